package dev.aiwm.benchmarks;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * VERIFY: how fast a log is chained, checked against its chain, and replayed against the rules of
 * its ledgers, at ten and a hundred times the length of a short one.
 */
final class VerifyingTheLog implements Benchmark {
    private static final long PATIENCE_MINUTES = 30;

    @Override
    public String id() {
        return "VERIFY";
    }

    @Override
    public String title() {
        return "a log of 10^4, 10^5 and (--full) 10^6 events: chained, checked, replayed";
    }

    /** Seconds for so many events. */
    private record Times(long events, double chained, double checked, double replayed) {}

    @Override
    public void run(Run run) throws Exception {
        Times first = null;
        Times last = null;
        for (int events : new int[] {10_000, 100_000, 1_000_000}) {
            int wanted = run.size() == Size.SMOKE ? events / 100 : events;
            if (events > run.size().of(10_000, 100_000, 1_000_000)) {
                break;
            }
            last = measure(run, wanted);
            first = first == null ? last : first;
            report(run, last);
        }
        if (last.events() > first.events()) {
            linear(run, "checked", first, last, first.checked(), last.checked());
            linear(run, "replayed", first, last, first.replayed(), last.replayed());
        }
    }

    private static Times measure(Run run, int wanted) throws Exception {
        var product = Product.start(run, run.size().of(512, 512, 1_024));
        product.stop();
        long events;
        try (var seeder = Seeder.on(product)) {
            events = seeder.append(new PastOfAFleet(run.size().of(5, 500, 500)), wanted);
        }
        product.start();
        try (var api = product.login()) {
            long start = System.nanoTime();
            awaitChain(api, events);
            double chained = seconds(start);
            Quiet.await(api);
            return new Times(
                    events,
                    chained,
                    best(run, () -> require(api.get("/api/audit/verify"), "intact")),
                    best(run, () -> api.get("/api/audit/invariants")));
        } finally {
            product.stop();
        }
    }

    private static void awaitChain(Api api, long events) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (api.get("/api/audit/checkpoints?limit=1").path("linkedTo").asLong() < events) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the chain does not catch up");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static JsonNode require(JsonNode answer, String field) {
        if (!answer.path(field).asBoolean()) {
            throw new IllegalStateException("not " + field + ": " + answer);
        }
        return answer;
    }

    private interface Call {
        JsonNode answer() throws IOException;
    }

    /** The quickest of a few turns. */
    private static double best(Run run, Call call) throws IOException {
        double best = Double.MAX_VALUE;
        for (int turn = 0; turn < run.size().of(1, 3, 3); turn++) {
            long start = System.nanoTime();
            call.answer();
            best = Math.min(best, seconds(start));
        }
        return best;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(Run run, Times times) {
        String of = " of " + Report.figure(times.events());
        double events = times.events();
        run.report()
                .figure("chained after a start" + of, "events/s", events / times.chained(), null);
        run.report().figure("checked" + of, "events/s", events / times.checked(), null);
        run.report().figure("replayed" + of, "events/s", events / times.replayed(), null);
    }

    /** Linear: as many events a second of a long log as of a short one. */
    private static void linear(
            Run run, String what, Times few, Times many, double shortest, double longest) {
        run.report()
                .compare(
                        what + ": time per event, the longest against the shortest",
                        "us",
                        1e6 * longest / many.events(),
                        1e6 * shortest / few.events(),
                        Target.atMost(1.1, 1.5));
    }
}
