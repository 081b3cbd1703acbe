package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.testing.Virsh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A libvirt that a test has for itself, to be restarted. The places of its state are fixed, so it
 * is shown folders of the test there: what it mounts, nobody else sees.
 */
final class PrivateLibvirt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Map<String, String> PLACES =
            Map.of(
                    "etc", "/etc/libvirt",
                    "run", "/run/libvirt",
                    "lib", "/var/lib/libvirt",
                    "log", "/var/log/libvirt");

    private final Path folder;
    private Process server;

    PrivateLibvirt(Path folder) throws IOException {
        this.folder = folder;
        for (var place : PLACES.entrySet()) {
            Files.createDirectories(folder.resolve(place.getKey()));
            Files.createDirectories(Path.of(place.getValue()));
        }
        // the keeper of consoles' logs is another program, which has no part in this
        Files.writeString(folder.resolve("etc/qemu.conf"), "stdio_handler = \"file\"\n");
        start();
    }

    String uri() {
        return "qemu+unix:///system?socket=" + folder.resolve("run/libvirt-sock");
    }

    String virsh(String... arguments) {
        var command = new ArrayList<>(List.of("virsh", "-c", uri()));
        command.addAll(List.of(arguments));
        return Virsh.run(command);
    }

    void start() throws IOException {
        var script = new StringBuilder("set -e\n");
        PLACES.forEach(
                (ours, place) ->
                        script.append(
                                "mount --bind '%s' %s\n".formatted(folder.resolve(ours), place)));
        script.append("exec libvirtd -p '%s'\n".formatted(folder.resolve("pid")));
        server =
                new ProcessBuilder("unshare", "--mount", "sh", "-c", script.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("libvirtd.log").toFile())
                        .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            assertThat(server.isAlive() && System.nanoTime() < end)
                    .as("libvirtd answers: %s", folder.resolve("libvirtd.log"))
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean answers() {
        try {
            return virsh("version").contains("QEMU");
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void stop() {
        end(server.toHandle(), false);
    }

    void kill() {
        end(server.toHandle(), true);
    }

    /** The process that a running machine is. */
    Optional<ProcessHandle> process(ResourceId resourceId) {
        return process(folder.resolve("run/qemu/" + DerivedNames.domain(resourceId) + ".pid"));
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process, boolean byForce) {
        boolean asked = byForce ? process.destroyForcibly() : process.destroy();
        assertThat(asked || !process.isAlive()).isTrue();
        assertThat(process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join())
                .isNotNull();
    }

    /** With the machines of a test that failed. */
    @Override
    public void close() throws IOException {
        if (server.isAlive()) {
            stop();
        }
        var machines = Files.createDirectories(folder.resolve("run/qemu"));
        try (Stream<Path> files = Files.list(machines)) {
            files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> file.getFileName().toString().startsWith("aiwm"))
                    .forEach(file -> process(file).ifPresent(left -> end(left, true)));
        }
    }
}
