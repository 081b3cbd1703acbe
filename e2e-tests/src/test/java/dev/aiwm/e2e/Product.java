package dev.aiwm.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The product as a user runs it: a process of its own on a random port with its data in a folder,
 * which can be killed without warning and started again on the same folder.
 */
final class Product implements AutoCloseable {
    static final String PASSWORD = "e2e-admin-password";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private Process process;

    private Product(Path data, int port, Map<String, String> environment, List<String> arguments) {
        this.data = data;
        this.port = port;
        this.environment = environment;
        this.arguments = arguments;
    }

    static Product start(Path data) {
        return start(data, Map.of(), List.of());
    }

    static Product start(Path data, Map<String, String> environment, List<String> arguments) {
        var product = new Product(data, freePort(), environment, arguments);
        product.startAgain();
        return product;
    }

    void startAgain() {
        launch();
        awaitHealthy();
    }

    /** Starts the process without waiting for it. */
    void launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("dev.aiwm.standalone.Main");
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var env = new HashMap<>(environment);
        env.putIfAbsent("AIWM_ADMIN_PASSWORD", PASSWORD);
        env.put("PORT", Integer.toString(port));
        env.put("AIWM_DATA", data.toString());
        builder.environment().putAll(env);
        try {
            Files.createDirectories(data);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitHealthy() {
        var seen = new AtomicBoolean();
        Awaitility.await("the product answers at " + url() + ", see " + log())
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new IllegalStateException("ended: " + output());
                            }
                            seen.set(Http.answers(URI.create(url() + "/api/health/ready")));
                            return seen.get();
                        });
    }

    Api api() {
        return Api.login(url(), PASSWORD);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}: no shutdown hook runs, nothing is flushed by the program. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As Ctrl-C. Answers the exit status. */
    int stop() {
        process.destroy();
        return await();
    }

    String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private int await() {
        try {
            if (!process.waitFor(30, SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end within 30 s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
