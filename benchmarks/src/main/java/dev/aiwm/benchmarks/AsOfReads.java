package dev.aiwm.benchmarks;

import dev.aiwm.query.past.Archive;
import dev.aiwm.support.log.Position;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Reads of the past at random instants, at logs of growing length. */
final class AsOfReads implements Benchmark {
    private static final int PAGE = 50;

    /** Positions that nobody asked for before. */
    private final Random random = new Random(1);

    @Override
    public String id() {
        return "ASOF";
    }

    @Override
    public String title() {
        return "reads of the past at random positions of logs of growing length";
    }

    @Override
    public void run(Run run) throws Exception {
        for (int events : lengths(run.size())) {
            measure(run, events);
        }
    }

    private static List<Integer> lengths(Size size) {
        return switch (size) {
            case SMOKE -> List.of(1_500);
            case SMALL -> List.of(10_000, 100_000);
            case FULL -> List.of(10_000, 100_000, 1_000_000);
        };
    }

    private void measure(Run run, int events) throws Exception {
        var product = Product.start(run, 512);
        product.stop();
        int nodes = run.size().of(5, 50, 500);
        try (var seeder = Seeder.on(product)) {
            seeder.append(new PastOfAFleet(nodes), events);
        }
        long start = System.nanoTime();
        try (var here = ProductInProcess.on(run, product);
                var api = Api.login(here.port(), Product.PASSWORD)) {
            long head = kept(here, api);
            run.report()
                    .figure(
                            "%,d events: kept while all read models are built".formatted(events),
                            "events/s",
                            head / ((System.nanoTime() - start) / 1e9),
                            null);
            Quiet.await(api);
            int count = run.size().of(5, 100, 200);
            report(run, events, "a list", at(api, count, head, "/api/resources?status=running"));
            report(run, events, "one resource", ofOne(api, count, head));
            report(run, events, "a list of nodes", at(api, count, head, "/api/nodes?sort=name"));
            report(run, events, "a node's ledger", ofNode(api, count, 2L * nodes, head));
            report(run, events, "the fleet", at(api, count, head, "/api/fleet?"));
            report(run, events, "a page of all audit", newest(api, count));
            report(run, events, "the events of one entity", ofEntity(api, count));
        }
    }

    private static long kept(ProductInProcess here, Api api)
            throws IOException, InterruptedException {
        long head = Quiet.head(api);
        while (here.bean(Archive.class).segments() < Archive.segmentsUpTo(new Position(head))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return head;
    }

    private static void report(Run run, int events, String what, Latencies latencies) {
        String name = "%,d events: %s, p95".formatted(events, what);
        run.report().figure(name, "ms", latencies.percentile(0.95), Target.atMost(50, 200));
        run.report().latencies("%,d events: %s".formatted(events, what), latencies);
    }

    private String position(long head) {
        return position(1, head);
    }

    private String position(long first, long last) {
        long any = first + (long) (random.nextDouble() * (last - first));
        return Long.toString(any, Character.MAX_RADIX);
    }

    private Latencies at(Api api, int count, long head, String path) throws IOException {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            String glue = path.endsWith("?") ? "" : "&limit=" + PAGE + "&";
            timed(api, path + glue + "position=" + position(head), latencies);
        }
        return latencies;
    }

    /** Of resources since they were made, that is from anywhere in the log. */
    private Latencies ofOne(Api api, int count, long head) throws IOException {
        var latencies = new Latencies();
        var page = api.get("/api/resources?limit=500&sort=name").path("items");
        for (int i = 0; i < count; i++) {
            String id = page.path(i % page.size()).path("_id").asString();
            long made = made(api, id);
            timed(api, "/api/resources/" + id + "?position=" + position(made, head), latencies);
        }
        return latencies;
    }

    /** Since all of them were there. */
    private Latencies ofNode(Api api, int count, long first, long head) throws IOException {
        var latencies = new Latencies();
        var page = api.get("/api/nodes?limit=500&sort=name").path("items");
        for (int i = 0; i < count; i++) {
            String id = page.path(random.nextInt(page.size())).path("nodeId").asString();
            String path = "/api/nodes/" + id + "/allocations?position=";
            timed(api, path + position(first, head), latencies);
        }
        return latencies;
    }

    private static long made(Api api, String id) throws IOException {
        var first = api.get("/api/resources/" + id + "/history?order=oldest&limit=1");
        return Long.parseLong(first.at("/items/0/position").asString(), Character.MAX_RADIX);
    }

    private static Latencies newest(Api api, int count) throws IOException {
        var latencies = new Latencies();
        String cursor = "";
        for (int i = 0; i < count; i++) {
            String path = "/api/audit?type=ResourceCreated&limit=" + PAGE + cursor;
            long start = System.nanoTime();
            var page = api.get(path);
            latencies.add(System.nanoTime() - start);
            cursor =
                    page.path("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.path("nextCursor").asString();
        }
        return latencies;
    }

    private static Latencies ofEntity(Api api, int count) throws IOException {
        var latencies = new Latencies();
        var page = api.get("/api/audit?order=oldest&limit=" + PAGE).path("items");
        for (int i = 0; i < count; i++) {
            String id = page.path(i % page.size()).path("id").asString();
            timed(api, "/api/audit?resource=" + id + "&limit=" + PAGE, latencies);
        }
        return latencies;
    }

    private static void timed(Api api, String path, Latencies into) throws IOException {
        long start = System.nanoTime();
        api.get(path);
        into.add(System.nanoTime() - start);
    }
}
