package dev.aiwm.nodeagent.driver.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An engine that a test has for itself, with a network and a folder of its own, to be restarted.
 */
final class PrivateEngine implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final String bridge;
    private final DockerCli cli;
    private boolean mounted;
    private Process server;

    PrivateEngine(Path folder) {
        this(folder, null);
    }

    /** With a disk of its own for all it keeps, of this size. */
    static PrivateEngine onDisk(Path folder, String size) {
        return new PrivateEngine(folder, size);
    }

    private PrivateEngine(Path folder, String diskSize) {
        DockerCli.require(
                Files.isExecutable(Path.of("/usr/sbin/dockerd"))
                        && Command.run(List.of("id", "-u")).text().strip().equals("0"),
                "dockerd and the right to start it");
        this.folder = folder;
        cli = new DockerCli(folder.resolve("docker.sock"));
        if (diskSize != null) {
            mount(diskSize);
        }
        var random = new Random();
        bridge = "aiwm%08x".formatted(random.nextInt());
        String address = "10.%d.%d.1/24".formatted(200 + random.nextInt(50), random.nextInt(256));
        ip("link", "add", "name", bridge, "type", "bridge");
        ip("addr", "add", address, "dev", bridge);
        ip("link", "set", bridge, "up");
        start();
    }

    /** Where it keeps everything. */
    Path data() {
        return folder.resolve("data");
    }

    /** Make its own disk as large as this. */
    void grow(String size) {
        execute("mount", "-o", "remount,size=" + size, data().toString());
    }

    private void mount(String size) {
        execute("mkdir", "-p", data().toString());
        execute("mount", "-t", "tmpfs", "-o", "size=" + size, "none", data().toString());
        mounted = true;
    }

    DockerCli cli() {
        return cli;
    }

    void start() {
        try {
            server =
                    new ProcessBuilder(
                                    "dockerd",
                                    "--host=unix://" + cli.socket(),
                                    "--data-root=" + data(),
                                    "--exec-root=" + folder.resolve("exec"),
                                    "--pidfile=" + folder.resolve("pid"),
                                    "--bridge=" + bridge,
                                    "--iptables=false",
                                    "--ip-masq=false")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("dockerd.log").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!cli.answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("dockerd does not come up, see " + folder);
            }
        }
    }

    /** As its service is stopped: containers end with it. */
    void stop() {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("dockerd does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void ip(String... words) {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        execute(command.toArray(String[]::new));
    }

    private static void execute(String... words) {
        var unused = Command.run(List.of(words)).orFail();
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            ip("link", "del", bridge);
            if (mounted) {
                execute("umount", "-l", data().toString());
            }
            execute("rm", "-rf", folder.toString());
        }
    }
}
