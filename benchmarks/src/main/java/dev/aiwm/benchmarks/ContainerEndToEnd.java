package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** B4: a container from the request until GET shows it running, on a real engine. */
final class ContainerEndToEnd implements Benchmark {
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "container end to end: POST until GET shows it running, real engine";
    }

    @Override
    public Optional<String> lacks() {
        return RawEngine.isThere()
                ? Optional.empty()
                : Optional.of("a Docker engine, its command line or a static busybox");
    }

    @Override
    public void run(Run run) throws Exception {
        String unique = Long.toHexString(System.nanoTime());
        String image = "aiwm-benchmark/sleeper-" + unique + ":1";
        String node = "benchmark-" + unique;
        var engine = run.keep(RawEngine.withImage(image, run.newFolder("image")));
        var product =
                Product.of(run, 512, Map.of("AIWM_NODE", "docker", "AIWM_LOCALNODE_ID", node));
        product.start();
        var api = run.keep(product.login());
        api.awaitOnline(node);
        int turn = run.size().of(2, 10, 40);
        String body = body(node, image);
        Rehearsal.on(api, run.size().of(2, 1_500, 1_500), any -> body(any, image));
        ours(api, body, run.size().of(1, 10, 20), new Latencies());
        raw(engine, run.size().of(1, 5, 10), new Latencies());

        oneAfterTheOther(run, api, engine, body, turn);
        byHand(run, api, engine, body, turn);
        atOnce(run, api, engine, body, turn);
        run.report().note("peer LXD: not built, it needs a daemon of its own");
    }

    private static void oneAfterTheOther(Run run, Api api, RawEngine engine, String body, int turn)
            throws Exception {
        var all = new Latencies();
        var bare = new Latencies();
        var pairs = run.inTurns(() -> ours(api, body, turn, all), () -> raw(engine, turn, bare));
        run.report().compare("running p50, raw API", "ms", pairs, Target.atMost(1.05, 1.10));
        run.report()
                .compare(
                        "running p95, raw API",
                        "ms",
                        all.percentile(0.95),
                        bare.percentile(0.95),
                        Target.atMost(1.10, 1.25));
        run.report().latencies("running", all);
        run.report().latencies("raw create and start", bare);
    }

    private static void byHand(Run run, Api api, RawEngine engine, String body, int turn)
            throws Exception {
        var cli = new Latencies();
        var typed =
                run.inTurns(
                        () -> ours(api, body, turn, new Latencies()), () -> cli(engine, turn, cli));
        run.report().compare("running p50, docker run -d", "ms", typed, Target.atMost(0.97, 0.97));
    }

    private static void atOnce(Run run, Api api, RawEngine engine, String body, int turn)
            throws Exception {
        var rates =
                run.inTurns(
                        () -> together(worker -> ourWorker(api.again(), body, turn)),
                        () -> together(worker -> rawWorker(engine.again(), turn)));
        run.report().compare(AT_ONCE + " at once, rate", "1/s", rates, Target.atLeast(0.95, 0.95));
    }

    private static String body(String node, String image) {
        return """
        {"name": "sleeper", "resourceType": "application-container", "nodeId": "%s",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "%s", "imageTag": "1", "cpuCores": 0.1, "ramLimit": 32}}
        """
                .formatted(node, image.substring(0, image.indexOf(':')));
    }

    private static double ours(Api api, String body, int count, Latencies all)
            throws IOException, InterruptedException {
        var own = new Latencies();
        var made = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            made.add(Lifecycle.create(api, body));
            own.add(System.nanoTime() - start);
        }
        Lifecycle.remove(api, made);
        Quiet.await(api);
        all.addAll(own);
        return own.percentile(0.5);
    }

    private static double raw(RawEngine engine, int count, Latencies all) throws IOException {
        var own = new Latencies();
        var made = new RawEngine.Started();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            made.add(engine.start());
            own.add(System.nanoTime() - start);
        }
        made.removeBy(engine);
        all.addAll(own);
        return own.percentile(0.5);
    }

    private static double cli(RawEngine engine, int count, Latencies all) throws Exception {
        var own = new Latencies();
        var made = new RawEngine.Started();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            made.add(engine.run());
            own.add(System.nanoTime() - start);
        }
        made.removeBy(engine);
        all.addAll(own);
        return own.percentile(0.5);
    }

    /** One of several that work at once: what it does, and how it tidies up afterwards. */
    private record Worker(Callable<Integer> work, Callable<Void> tidy) {}

    @FunctionalInterface
    private interface Hiring {
        Worker hire(int number) throws IOException;
    }

    private static Worker ourWorker(Api api, String body, int count) {
        var made = new ArrayList<String>();
        return new Worker(
                () -> {
                    for (int i = 0; i < count; i++) {
                        made.add(Lifecycle.create(api, body));
                    }
                    return count;
                },
                () -> {
                    Lifecycle.remove(api, made);
                    api.close();
                    return null;
                });
    }

    private static Worker rawWorker(RawEngine engine, int count) {
        var made = new RawEngine.Started();
        return new Worker(
                () -> {
                    for (int i = 0; i < count; i++) {
                        made.add(engine.start());
                    }
                    return count;
                },
                () -> {
                    made.removeBy(engine);
                    engine.close();
                    return null;
                });
    }

    /** How many in a second. */
    private static double together(Hiring hiring) throws Exception {
        var workers = new ArrayList<Worker>();
        for (int i = 0; i < AT_ONCE; i++) {
            workers.add(hiring.hire(i));
        }
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long start = System.nanoTime();
            int done = 0;
            for (var each : threads.invokeAll(workers.stream().map(Worker::work).toList())) {
                done += each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (var worker : workers) {
                worker.tidy().call();
            }
            return done / seconds;
        } finally {
            threads.shutdownNow();
        }
    }
}
