package dev.aiwm.nodeagent.driver.docker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A registry of its own on this machine, open to all or to one user. */
final class LocalRegistry implements AutoCloseable {
    static final String USER = "somebody";
    static final String PASSWORD = "s3cret-of-the-registry";

    private final Path folder;
    private final Process server;
    private final int port = freePort();

    private LocalRegistry(Path folder, boolean open) throws IOException {
        this.folder = folder;
        var config = folder.resolve("registry.yml");
        Files.writeString(config, config(open));
        server =
                new ProcessBuilder("docker-registry", "serve", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("registry.log").toFile())
                        .start();
        awaitListening();
    }

    static LocalRegistry open(Path folder) {
        return started(folder, true);
    }

    static LocalRegistry guarded(Path folder) {
        return started(folder, false);
    }

    private static LocalRegistry started(Path folder, boolean open) {
        DockerCli.require(
                new File("/usr/bin/docker-registry").canExecute()
                        && new File("/usr/bin/htpasswd").canExecute(),
                "docker-registry and htpasswd");
        try {
            return new LocalRegistry(Files.createDirectories(folder), open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String config(boolean open) throws IOException {
        String config =
                """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                """
                        .formatted(folder.resolve("images"), port);
        if (open) {
            return config;
        }
        var users = folder.resolve("htpasswd");
        var hashed = Command.run(List.of("htpasswd", "-Bbn", USER, PASSWORD)).orFail();
        Files.writeString(users, hashed);
        return config + "auth: {htpasswd: {realm: test, path: %s}}\n".formatted(users);
    }

    /** The full name of an image in it. */
    String name(String image) {
        return "127.0.0.1:" + port + "/" + image;
    }

    /** Puts a small image there, and answers its digest. */
    String push(DockerCli cli, String image) {
        String name = name(image);
        var unused = cli.run("tag", cli.image(), name);
        String home = folder.resolve("client").toString();
        unused =
                cli.run("--config", home, "login", "-u", USER, "-p", PASSWORD, "127.0.0.1:" + port);
        String said = cli.run("--config", home, "push", name);
        unused = cli.run("rmi", name);
        return said.replaceFirst("(?s)^.*digest: (sha256:[0-9a-f]{64}).*$", "$1");
    }

    private void awaitListening() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                if (!server.isAlive() || System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.destroy();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
