package dev.aiwm.e2e;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A server of the product as a user runs it: a process of its own on a random port with its data in
 * a folder, which can be killed without warning and started again on the same folder.
 */
final class Product implements AutoCloseable {
    static final String PASSWORD = "e2e-admin-password";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String HEAP = "384m";

    private final int port;
    private final JavaProgram program;

    private Product(int port, JavaProgram program) {
        this.port = port;
        this.program = program;
    }

    static Product start(Path data) {
        return start(data, Map.of(), List.of());
    }

    static Product start(Path data, Map<String, String> environment, List<String> arguments) {
        var product = of(Shipped.OPTIONS, data, environment, arguments);
        product.startAgain();
        return product;
    }

    /** One of the product's servers, not started yet. */
    static Product of(
            String mainClass, Path data, Map<String, String> environment, List<String> arguments) {
        return of(PackagedProgram.onClassPath(mainClass), data, environment, arguments);
    }

    private static Product of(
            List<String> options,
            Path data,
            Map<String, String> environment,
            List<String> arguments) {
        int port = freePort();
        var env = new HashMap<>(environment);
        env.putIfAbsent("AIWM_ADMIN_PASSWORD", PASSWORD);
        env.put("PORT", Integer.toString(port));
        env.put("AIWM_DATA", data.toString());
        var log = data.resolveSibling(data.getFileName() + ".log");
        var program = new ArrayList<>(options);
        program.addAll(arguments);
        return new Product(port, new JavaProgram(HEAP, program, env, log));
    }

    /** How the process that has all in it is started; found out by the first test that needs it. */
    private static final class Shipped {
        private static final String MAIN = "dev.aiwm.standalone.Main";
        static final List<String> OPTIONS =
                PackagedProgram.options("standalone", MAIN, Shipped::rehearse);

        private static void rehearse(List<String> options) {
            var program = new ArrayList<>(options);
            program.add(MAIN);
            try {
                var folder =
                        Files.createTempDirectory(Repository.file("e2e-tests/target"), "rehearsal");
                try (var product = of(program, folder.resolve("data"), Map.of(), List.of())) {
                    product.startAgain();
                    product.stop();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void startAgain() {
        launch();
        awaitHealthy();
    }

    /** Starts the process without waiting for it. */
    void launch() {
        program.launch();
    }

    void awaitHealthy() {
        Awaitility.await("the product answers at " + url() + ", see " + program.log())
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            program.requireAlive();
                            return Http.answers(URI.create(url() + "/api/health/ready"));
                        });
    }

    Api api() {
        return Api.login(url(), PASSWORD);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return program.pid();
    }

    /** As {@code kill -9}: no shutdown hook runs, nothing is flushed by the program. */
    void kill() {
        program.kill();
    }

    /** As Ctrl-C. Answers the exit status. */
    int stop() {
        return program.stop();
    }

    String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }

    /** Below those of outgoing connections, so that none takes it before the program does. */
    static int freePort() {
        int port = anyPort();
        while (isTaken(port)) {
            port = anyPort();
        }
        return port;
    }

    private static int anyPort() {
        return ThreadLocalRandom.current().nextInt(20_000, 32_000);
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (BindException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
