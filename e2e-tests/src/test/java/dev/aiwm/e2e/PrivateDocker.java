package dev.aiwm.e2e;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An engine of a test's own that asks a registry of the test's own for what it would ask Docker Hub
 * for, so that images are pulled under the names that users write, on a machine that reaches none.
 */
final class PrivateDocker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final String bridge = "aiwe%08x".formatted(new Random().nextInt());
    private final int registryPort = Product.freePort();
    private final List<Process> servers = new ArrayList<>();

    PrivateDocker(Path folder) {
        Docker.require(
                Files.isExecutable(Path.of("/usr/sbin/dockerd"))
                        && Files.isExecutable(Path.of("/usr/bin/docker-registry"))
                        && Docker.run(List.of("id", "-u")).text().strip().equals("0"),
                "dockerd, docker-registry and the right to start them");
        this.folder = folder;
        try {
            startRegistry();
            startEngine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Docker docker() {
        return new Docker(socket());
    }

    String socket() {
        return folder.resolve("docker.sock").toString();
    }

    /**
     * Puts an image that the engine has into the registry, as Docker Hub has it, and forgets it.
     */
    void publish(String image, String officialName) {
        String there = "127.0.0.1:" + registryPort + "/library/" + officialName;
        var unused = docker().tell("tag", image, there);
        unused = docker().tell("push", there);
        unused = docker().tell("rmi", image, there);
    }

    private void startRegistry() throws IOException {
        var config = folder.resolve("registry.yml");
        Files.writeString(
                config,
                """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                """
                        .formatted(folder.resolve("images"), registryPort));
        start("docker-registry", "serve", config.toString());
        var answer = URI.create("http://127.0.0.1:" + registryPort + "/v2/");
        Awaitility.await("the registry").atMost(PATIENCE).until(() -> Http.answers(answer));
    }

    private void startEngine() throws IOException {
        var random = new Random();
        ip("link", "add", "name", bridge, "type", "bridge");
        String address = "10.%d.%d.1/24".formatted(150 + random.nextInt(50), random.nextInt(256));
        ip("addr", "add", address, "dev", bridge);
        ip("link", "set", bridge, "up");
        start(
                "dockerd",
                "--host=unix://" + socket(),
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--bridge=" + bridge,
                "--iptables=false",
                "--ip-masq=false",
                "--registry-mirror=http://127.0.0.1:" + registryPort);
        Awaitility.await("the engine, see " + folder)
                .atMost(PATIENCE)
                .until(() -> docker().execute("version").status() == 0);
    }

    private void start(String... command) throws IOException {
        servers.add(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                        .start());
    }

    private static void ip(String... words) {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        var result = Docker.run(command);
        if (result.status() != 0) {
            throw new AssertionError(command + ": " + result.text());
        }
    }

    @Override
    public void close() {
        for (var server : servers) {
            server.destroy();
            try {
                if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        ip("link", "del", bridge);
        var unused = Docker.run(List.of("rm", "-rf", folder.toString()));
    }
}
