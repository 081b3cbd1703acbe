package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long {@code ./aiwm up} takes until it is healthy, on data that is there already. */
final class StartTime implements Benchmark {
    private static final List<String> MEMORY =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms48m",
                    "-Xmx256m",
                    "-Xss512k",
                    "-XX:ReservedCodeCacheSize=96m",
                    "-XX:MaxMetaspaceSize=192m");
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public String id() {
        return "START";
    }

    @Override
    public String title() {
        return "start of ./aiwm up until healthy, against a bare Spring Boot and Axon program";
    }

    @Override
    public void run(Run run) throws Exception {
        if (run.store() != Store.EMBEDDED) {
            run.report().note("is of the embedded store");
            return;
        }
        var data = run.newFolder("data");
        var bare = run.newFolder("bare");
        product(run, data, Map.of());
        bare(bare);
        var pairs = run.inTurns(() -> product(run, data, Map.of()), () -> bare(bare));
        run.report().compare("start, floor a bare program", "s", pairs, Target.atMost(0.7, 1.0));
        if (run.size() == Size.FULL) {
            var withoutArchive = Map.of("AIWM_JAVA_OPTS", "-XX:SharedArchiveFile=" + jdkArchive());
            var plain = run.inTurns(() -> product(run, data, withoutArchive), () -> bare(bare));
            run.report().compare("start without the class-data archive", "s", plain, null);
        }
    }

    private static Path jdkArchive() {
        return Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
    }

    private static double product(Run run, Path data, Map<String, String> more)
            throws IOException, InterruptedException {
        int port = Product.freePort();
        return secondsUntil(
                port,
                "/api/health/ready",
                LocalProduct.command(run),
                LocalProduct.environment(port, data, more),
                data);
    }

    private static double bare(Path data) throws IOException, InterruptedException {
        int port = Product.freePort();
        var command =
                ChildProcess.java(
                        MEMORY,
                        BareProgram.class.getName(),
                        "--server.port=" + port,
                        "--bare.data=" + data);
        return secondsUntil(port, "/ready", command, Map.of("MALLOC_ARENA_MAX", "2"), data);
    }

    private static double secondsUntil(
            int port, String path, List<String> command, Map<String, String> environment, Path data)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        long start = System.nanoTime();
        var process = ChildProcess.start(command, environment, log);
        try {
            awaitAnswer(process, port, path);
            double seconds = (System.nanoTime() - start) / 1e9;
            process.stop();
            return seconds;
        } finally {
            process.close();
        }
    }

    static void awaitAnswer(ChildProcess process, int port, String path)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers(port, path)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("does not start: " + process.output());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean answers(int port, String path) {
        try (var line = new HttpLine(port)) {
            return line.send("GET", path, "", null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
