package dev.aiwm.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, with a user's memory settings, killed at will. */
final class Product implements AutoCloseable {
    static final String PASSWORD = "benchmark-password";
    private static final int START_SECONDS = 600;
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms48m", "-Xss512k", "-XX:ReservedCodeCacheSize=96m");

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> command;
    private ChildProcess process;

    private Product(Path data, Map<String, String> environment, List<String> command)
            throws IOException {
        this.data = data;
        this.port = freePort();
        this.environment = environment;
        this.command = command;
    }

    /**
     * Starts on the store of the run, without a node of its own. Nodes may be silent for hours: it
     * is not what is measured, and fleets here do not speak unless they are asked to.
     */
    static Product start(Run run, int memoryMB) throws IOException, InterruptedException {
        var product = of(run, memoryMB, Map.of());
        product.start();
        return product;
    }

    /** By {@code ./aiwm up}, where it counts how quickly it starts. */
    static Product startAsUsersDo(Run run, int memoryMB) throws IOException, InterruptedException {
        var environment = environment(run, Map.of());
        environment.put("AIWM_JAVA_OPTS", String.join(" ", options(run, memoryMB)));
        var folder = run.newFolder("product");
        var product = run.keep(new Product(folder, environment, LocalProduct.command(run)));
        product.start();
        return product;
    }

    static Product of(Run run, int memoryMB, Map<String, String> more)
            throws IOException, InterruptedException {
        var command = ChildProcess.java(options(run, memoryMB), "dev.aiwm.standalone.Main");
        return run.keep(new Product(run.newFolder("product"), environment(run, more), command));
    }

    private static Map<String, String> environment(Run run, Map<String, String> more)
            throws IOException, InterruptedException {
        var environment = new HashMap<String, String>();
        environment.put("AIWM_ADMIN_PASSWORD", PASSWORD);
        environment.put("AIWM_NODE", "none");
        environment.put("AIWM_GATEWAY_SILENCE", "12h");
        environment.put("AIWM_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("AIWM_PROOF_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("JWT_SECRET", "signs tokens of a benchmark only, on this machine only");
        environment.putAll(storeOf(run));
        environment.putAll(more);
        return environment;
    }

    private static List<String> options(Run run, int memoryMB) {
        var options = new ArrayList<>(OPTIONS);
        options.add("-Xmx" + memoryMB + "m");
        if (run.size() == Size.SMOKE) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        String wanted = System.getenv("PRODUCT_OPTIONS");
        if (wanted != null) {
            options.addAll(List.of(wanted.split(" ")));
        }
        return options;
    }

    private static Map<String, String> storeOf(Run run) throws IOException, InterruptedException {
        return run.store() == Store.EMBEDDED
                ? Map.of("AIWM_STORE", "embedded")
                : Map.of(
                        "AIWM_STORE",
                        "jdbc",
                        "AIWM_JDBC_URL",
                        run.postgres().newDatabase(),
                        "AIWM_JDBC_USERNAME",
                        Postgres.USER,
                        "AIWM_INSTANCE",
                        "benchmark",
                        "SPRING_MONGODB_URI",
                        documentServer(run));
    }

    /** The read models' server, as a process of its own: what one would run MongoDB for. */
    private static String documentServer(Run run) throws IOException, InterruptedException {
        Path folder = run.newFolder("documents");
        Files.createDirectories(folder);
        var command =
                ChildProcess.java(
                        List.of("-XX:+UseSerialGC", "-Xmx512m"),
                        "dev.aiwm.support.mongo.MongoServerMain",
                        folder.resolve("documents.mv").toString());
        var server = run.keep(ChildProcess.start(command, Map.of(), folder.resolve("server.log")));
        return server.awaitLine("mongodb://").strip();
    }

    void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    /** Without waiting for it. */
    void launch() throws IOException {
        var env = new HashMap<>(environment);
        env.put("PORT", Integer.toString(port));
        env.put("AIWM_DATA", data.toString());
        process =
                ChildProcess.start(command, env, data.resolveSibling(data.getFileName() + ".log"));
    }

    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("does not start: " + process.output());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isReady() {
        try (var line = new HttpLine(port)) {
            return line.send("GET", "/api/health/ready", "", null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Api login() throws IOException {
        return Api.login(port, PASSWORD);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    Map<String, String> environment() {
        return environment;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void stop() throws InterruptedException {
        process.stop();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
