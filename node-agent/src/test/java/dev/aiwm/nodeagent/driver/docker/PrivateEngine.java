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
    private Process server;

    PrivateEngine(Path folder) {
        DockerCli.require(
                Files.isExecutable(Path.of("/usr/sbin/dockerd"))
                        && Command.run(List.of("id", "-u")).text().strip().equals("0"),
                "dockerd and the right to start it");
        this.folder = folder;
        cli = new DockerCli(folder.resolve("docker.sock"));
        var random = new Random();
        bridge = "aiwm%08x".formatted(random.nextInt());
        String address = "10.%d.%d.1/24".formatted(200 + random.nextInt(50), random.nextInt(256));
        ip("link", "add", "name", bridge, "type", "bridge");
        ip("addr", "add", address, "dev", bridge);
        ip("link", "set", bridge, "up");
        start();
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
                                    "--data-root=" + folder.resolve("data"),
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
        var unused = Command.run(command).orFail();
    }

    @Override
    public void close() {
        stop();
        ip("link", "del", bridge);
        var unused = Command.run(List.of("rm", "-rf", folder.toString())).orFail();
    }
}
