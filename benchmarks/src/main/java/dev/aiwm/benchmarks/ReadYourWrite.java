package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** B9: from the acknowledgement of a change to its being visible in GET. */
final class ReadYourWrite implements Benchmark {
    private static final int WRITERS = 4;

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String title() {
        return "read-your-write lag: change acknowledged until GET shows it";
    }

    @Override
    public void run(Run run) throws Exception {
        var product = Product.start(run, 512);
        var api = run.keep(product.login());
        Fleet.enrol(api, 4, Fleet.large(0)).registerAndLeave();
        var ids = resources(api, run.size().of(8, 200, 1_000));
        Quiet.await(api);
        int seconds = run.size().of(1, 4, 20);
        int rate = run.size().of(20, 500, 500);
        underLoad(api, ids, rate, seconds * 20);

        var lags = new Latencies();
        var plain = new Latencies();
        var calm = new Latencies();
        var pairs =
                run.inTurns(
                        () -> lag(underLoad(api, ids, rate, seconds), lags, plain),
                        () -> lag(underLoad(api, ids, rate / 10, seconds), calm, new Latencies()));
        String atRate = "lag at %d changes/s".formatted(rate);
        run.report()
                .compare(atRate + " against a tenth of it, p50", "ms", pairs, Target.atMost(2, 2));
        run.report().figure(atRate + ", p99", "ms", lags.percentile(0.99), Target.atMost(25, 25));
        run.report()
                .compare(
                        atRate + ", p50, floor a GET with nothing to wait for",
                        "ms",
                        lags.percentile(0.5),
                        plain.percentile(0.5),
                        null);
        run.report().latencies(atRate, lags);
        run.report().latencies("at a tenth of it", calm);
        run.report().note("the lag includes the GET itself; it waits at the server (minVersion)");
        run.report().note("peer etcd: not built");
    }

    private static List<String> resources(Api api, int count) throws IOException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(api.post("/api/resources", Creates.body(), 201).path("_id").asString());
        }
        return ids;
    }

    /** Lags of changes, and beside them how long a GET takes that finds what it wants at once. */
    private record Seen(Latencies lags, Latencies plain) {}

    private static double lag(Seen seen, Latencies lags, Latencies plain) {
        lags.addAll(seen.lags());
        plain.addAll(seen.plain());
        return seen.lags().percentile(0.5);
    }

    /** Changes at a fixed pace, whether or not the product keeps up with it. */
    private static Seen underLoad(Api api, List<String> ids, int rate, int seconds)
            throws Exception {
        var plain = new Latencies();
        var work = new ArrayList<Callable<Latencies>>();
        for (int i = 0; i < WRITERS; i++) {
            int first = i;
            work.add(
                    () -> {
                        var pace = new Pace(Math.max(1, rate / WRITERS));
                        var lags = new Latencies();
                        try (var writer = api.again();
                                var reader = api.again()) {
                            int changes = Math.max(4, rate * seconds / WRITERS);
                            for (int n = 0; n < changes; n++) {
                                pace.await();
                                int each = ids.size() / WRITERS;
                                String id = ids.get(first * each + n % each);
                                change(writer, reader, id, n, lags, first == 0 ? plain : null);
                            }
                        }
                        return lags;
                    });
        }
        var load = Creates.together(work);
        return new Seen(load.latencies(), plain);
    }

    private static void change(
            Api writer, Api reader, String id, int number, Latencies lags, Latencies plain)
            throws IOException {
        String path = "/api/resources/" + id;
        var reply =
                writer.send(
                        "PATCH", path, "{\"description\":\"change " + System.nanoTime() + "\"}");
        long acknowledged = System.nanoTime();
        if (reply.status() >= 300) {
            throw new IllegalStateException("change: " + reply.status() + " " + reply.text());
        }
        if (number % 4 != 0) {
            return;
        }
        String version = reply.headers().get("etag").replace("\"", "");
        String wanted = path + "?minVersion=" + version;
        Api.expect(reader.send("GET", wanted, null), 200, "read");
        long seen = System.nanoTime();
        lags.add(seen - acknowledged);
        if (plain != null) {
            Api.expect(reader.send("GET", wanted, null), 200, "read again");
            plain.add(System.nanoTime() - seen);
        }
    }

    /** Moments at equal distances. */
    private static final class Pace {
        private final long gap;
        private long next = System.nanoTime();

        private Pace(int perSecond) {
            gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        }

        private void await() throws InterruptedException {
            next += gap;
            long left = next - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
    }
}
