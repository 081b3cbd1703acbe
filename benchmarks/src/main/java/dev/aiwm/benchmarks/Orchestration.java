package dev.aiwm.benchmarks;

import dev.aiwm.contracts.execution.StepResult;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many executions at once, each a chain of steps over all nodes. A step takes its node a while;
 * what is measured is the rest: from the result of a step until the node of the next one reads it.
 */
final class Orchestration implements Benchmark {
    private static final double P95_MILLIS = 20;
    private static final double P95_ASKED_MILLIS = 100;

    /** Times that the steps are done before, until the JIT compiler has little left to do. */
    private static final int WARM_UP = 3;

    @Override
    public String id() {
        return "ORCHESTRATION";
    }

    @Override
    public String title() {
        return "orchestration: a step's result until the next step's node reads it";
    }

    @Override
    public void run(Run run) throws Exception {
        int nodes = run.size().of(3, 50, 50);
        int executions = run.size().of(4, 200, 200);
        int steps = run.size().of(3, 20, 20);
        int workMillis = run.size().of(20, 2_000, 2_000);
        var product = Product.start(run, 768);
        var api = run.keep(product.login());
        var fleet = run.keep(Fleet.enrol(api, nodes, Fleet.large(0)));
        var working = new Working(run.keep(new Timer()));
        fleet.connect(working::hear);

        for (int round = 0; round < run.size().of(0, WARM_UP, WARM_UP); round++) {
            carryOut(api, working, new Load(nodes, executions, steps), 0);
            working.forget();
        }
        carryOut(api, working, new Load(nodes, executions, steps), 0);
        var atOnce = working.forget();
        double seconds = carryOut(api, working, new Load(nodes, executions, steps), workMillis);
        var paced = working.forget();

        String name = "%d executions of %d steps on %d nodes".formatted(executions, steps, nodes);
        run.report()
                .figure(
                        name + ", p95",
                        "ms",
                        paced.percentile(0.95),
                        Target.atMost(P95_MILLIS, P95_ASKED_MILLIS));
        run.report().latencies("overhead per step, steps of %d ms".formatted(workMillis), paced);
        run.report().figure("steps per second", "1/s", executions * steps / seconds, null);
        run.report().latencies("overhead per step, steps that take no time", atOnce);
        run.report().note("every step was read once and every execution has succeeded");
    }

    private record Load(int nodes, int executions, int steps) {
        String plan(int number) {
            var plan = new StringBuilder("{\"name\":\"chain\",\"steps\":[");
            for (int i = 0; i < steps; i++) {
                plan.append(i == 0 ? "" : ",")
                        .append("{\"name\":\"s%d\",\"nodeId\":\"".formatted(i))
                        .append("node-%05d".formatted((number + i) % nodes))
                        .append("\",\"action\":\"system.healthCheck\",\"data\":{},\"dependsOn\":[")
                        .append(i == 0 ? "" : "\"s%d\"".formatted(i - 1))
                        .append("]}");
            }
            return plan.append("]}").toString();
        }
    }

    /** Answers how many seconds it took until the last step's result. */
    private static double carryOut(Api api, Working working, Load load, int workMillis)
            throws IOException, InterruptedException {
        working.workMillis = workMillis;
        long start = System.nanoTime();
        var ids = new ArrayList<String>();
        for (int i = 0; i < load.executions(); i++) {
            var made = api.post("/api/executions", load.plan(i), 201);
            ids.add(made.path("executionId").asString());
        }
        int expected = load.executions() * load.steps();
        long deadline = start + TimeUnit.MINUTES.toNanos(10);
        while (working.done.get() < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        working.done.get() + " of " + expected + " steps were done");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Quiet.await(api);
        theyHaveSucceeded(api, ids);
        if (working.read.get() != expected) {
            throw new IllegalStateException(working.read.get() + " steps were read");
        }
        return seconds;
    }

    private static void theyHaveSucceeded(Api api, List<String> ids) throws IOException {
        for (String id : ids) {
            String status = api.get("/api/executions/" + id).path("status").asString();
            if (!status.equals("succeeded")) {
                throw new IllegalStateException(id + " is " + status);
            }
        }
    }

    private static final class Timer implements AutoCloseable {
        private final ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor();

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    /** All nodes: each takes what it is given, is at it for a while and is done. */
    private static final class Working {
        private final Timer timer;
        private final Map<String, Long> doneAt = new ConcurrentHashMap<>();
        private final Latencies latencies = new Latencies();
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile int workMillis;

        private Working(Timer timer) {
            this.timer = timer;
        }

        private void hear(Agent agent, String message) {
            long now = System.nanoTime();
            var found = NodeStep.in(message);
            if (found.isEmpty()) {
                return;
            }
            var step = found.get();
            read.incrementAndGet();
            Long before = doneAt.remove(step.executionId());
            if (before != null) {
                synchronized (latencies) {
                    latencies.add(now - before);
                }
            }
            var unused =
                    timer.thread.schedule(() -> step.acknowledge(agent), 0, TimeUnit.MILLISECONDS);
            unused =
                    timer.thread.schedule(
                            () -> succeed(agent, step), workMillis, TimeUnit.MILLISECONDS);
        }

        private void succeed(Agent agent, NodeStep step) {
            doneAt.put(step.executionId(), System.nanoTime());
            step.succeed(agent, StepResult.EMPTY);
            done.incrementAndGet();
        }

        /** What was measured since the last call. */
        private Latencies forget() {
            var measured = new Latencies();
            synchronized (latencies) {
                measured.addAll(latencies);
                latencies.clear();
            }
            doneAt.clear();
            read.set(0);
            done.set(0);
            return measured;
        }
    }
}
