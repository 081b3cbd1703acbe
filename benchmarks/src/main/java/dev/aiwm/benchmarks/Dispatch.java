package dev.aiwm.benchmarks;

import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageType;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * B6: from a step's event to the frame that an agent reads, with many agents that only live. The
 * event is dated before its flush, so what is measured contains one.
 */
final class Dispatch implements Benchmark {
    private static final int FRAME = 700;
    private static final int STEPS_OF_A_CREATE = 3;
    private static final double LONGEST_MILLIS = 5;
    private static final int BEAT_SECONDS = 30;

    /** The web server has in hand for a while what is closed. */
    private static final int LOOKS_UNTIL_FORGOTTEN = 5;

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public String title() {
        return "dispatch: a step's event until the agent reads its frame";
    }

    @Override
    public void run(Run run) throws Exception {
        int port = Product.freePort();
        EchoServer.start(run, port);
        var echo = run.keep(new Echo(port, FRAME));
        echo.roundTrips(run.size().of(50, 2_000, 5_000));
        int few = run.size().of(2, 20, 100);
        int many = run.size().of(6, 500, 5_000);
        int creates = run.size().of(2, 30, 100);

        var small = new Station(run, few);
        var large = new Station(run, many);
        int rehearsed = run.size().of(2, 1_500, 1_500);
        small.creates(rehearsed);
        large.creates(rehearsed);
        small.forget();
        large.forget();
        var echoed = new Latencies();
        run.inTurns(
                () -> {
                    small.creates(creates);
                    large.creates(creates);
                    return 1.0;
                },
                () -> {
                    var latencies = echo.roundTrips(run.size().of(6, 2_000, 2_000));
                    echoed.addAll(latencies);
                    return latencies.percentile(0.5);
                });
        var ofSmall = small.end();
        var ofLarge = large.end();
        report(run, ofSmall, ofLarge, echoed, few, many);
        reportHeap(run, small, large, few, many);
        run.report().note("peer RabbitMQ: not built");
    }

    private static void reportHeap(Run run, Station small, Station large, int few, int many) {
        run.report()
                .figure(
                        "heap per idle connection",
                        "KB",
                        large.heapOfConnections() / (double) many,
                        Target.atMost(20, 20));
        run.report()
                .figure(
                        "heap per node, connected or not",
                        "KB",
                        (large.heapWithoutThem() - small.heapWithoutThem()) / (double) (many - few),
                        null);
    }

    private static void report(
            Run run, Latencies small, Latencies large, Latencies echoed, int few, int many)
            throws IOException {
        double flush = Machine.of(run.newFolder("flush")).flushMillis();
        String name = "%,d idle agents, ".formatted(few);
        run.report()
                .compare(
                        name + "p50, floor 3 echoes and a flush",
                        "ms",
                        small.percentile(0.5),
                        3 * echoed.percentile(0.5) + flush,
                        Target.atMost(1, 1));
        run.report()
                .figure(
                        name + "p99",
                        "ms",
                        small.percentile(0.99),
                        Target.atMost(LONGEST_MILLIS, LONGEST_MILLIS));
        String growth = "%,d idle agents against %,d, ".formatted(many, few);
        run.report()
                .compare(
                        growth + "p50",
                        "ms",
                        large.percentile(0.5),
                        small.percentile(0.5),
                        Target.atMost(1.2, 1.2));
        run.report()
                .compare(
                        growth + "p99",
                        "ms",
                        large.percentile(0.99),
                        small.percentile(0.99),
                        Target.atMost(1.5, 1.5));
        run.report().latencies("dispatch with %,d idle agents".formatted(few), small);
        run.report().latencies("echo", echoed);
        run.report().figure("flush of 4 KiB", "ms", flush, null);
    }

    /** A product with idle agents and one that does at once what it is told. */
    private static final class Station {
        private final Product product;
        private final Api api;
        private final Fleet fleet;
        private final Map<String, Instant> read = new ConcurrentHashMap<>();
        private final ExecutorService doing = Executors.newSingleThreadExecutor();
        private final ExecutorService living = Executors.newSingleThreadExecutor();
        private final int looks;
        private long heap;
        private long heapWithoutThem;

        private Station(Run run, int agents) throws Exception {
            looks = run.size().of(1, LOOKS_UNTIL_FORGOTTEN, LOOKS_UNTIL_FORGOTTEN);
            product = Product.start(run, 512);
            api = run.keep(product.login());
            fleet = run.keep(Fleet.enrol(api, agents, Fleet.large(0)));
            fleet.connect(this::hear);
            run.keep(doing::shutdownNow);
            run.keep(living::shutdownNow);
            var unused = living.submit(this::live);
        }

        /** Every agent says in its turn that it lives, twice a minute. */
        private void live() {
            List<Agent> agents = fleet.agents();
            try {
                while (true) {
                    for (Agent agent : agents) {
                        agent.send(MessageType.HEARTBEAT, new Heartbeat(Instant.now(), "online", 1))
                                .join();
                        TimeUnit.MICROSECONDS.sleep(
                                TimeUnit.SECONDS.toMicros(BEAT_SECONDS) / agents.size());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void hear(Agent agent, String message) {
            Instant now = Instant.now();
            NodeStep.in(message).ifPresent(step -> take(agent, step, now));
        }

        private void take(Agent agent, NodeStep step, Instant at) {
            read.put(key(step.executionId(), step.index()), at);
            doing.execute(() -> step.succeed(agent, StepResult.EMPTY));
        }

        /** One after the other, each until it runs. */
        private void creates(int count) throws IOException, InterruptedException {
            for (int i = 0; i < count; i++) {
                int before = read.size();
                api.post("/api/resources", Creates.body(), 201);
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (read.size() < before + STEPS_OF_A_CREATE) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("a create's steps do not arrive");
                    }
                    TimeUnit.MILLISECONDS.sleep(2);
                }
            }
            Quiet.await(api);
        }

        private void forget() {
            read.clear();
        }

        /** Stops the product and compares what was read with what its log says. */
        private Latencies end() throws Exception {
            living.shutdownNow();
            heap = Heap.liveKB(product.pid(), looks);
            fleet.close();
            while (connected() > 0) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            TimeUnit.SECONDS.sleep(looks);
            heapWithoutThem = Heap.liveKB(product.pid(), looks);
            product.stop();
            var latencies = new Latencies();
            try (var seeder = Seeder.on(product)) {
                seeder.jdbc()
                        .query(
                                "select occurred_at, payload from event_log where payload_type ="
                                        + " 'StepDispatched'",
                                row -> {
                                    JsonNode event = Api.JSON.readTree(row.getBytes(2));
                                    Instant at =
                                            read.get(
                                                    key(
                                                            event.path("executionId").asString(),
                                                            event.path("step").asInt()));
                                    if (at != null) {
                                        latencies.add(nanos(at) - row.getLong(1));
                                    }
                                });
            }
            return latencies;
        }

        private static long nanos(Instant at) {
            return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        }

        private static String key(String execution, int step) {
            return execution + "/" + step;
        }

        private int connected() throws IOException {
            for (JsonNode part : api.get("/api/health").path("parts")) {
                if (part.path("name").asString().equals("gateway")) {
                    return part.path("details").path("connectedNodes").asInt();
                }
            }
            throw new IllegalStateException("nobody says how many nodes are connected");
        }

        private long heapOfConnections() {
            return heap - heapWithoutThem;
        }

        private long heapWithoutThem() {
            return heapWithoutThem;
        }
    }
}
