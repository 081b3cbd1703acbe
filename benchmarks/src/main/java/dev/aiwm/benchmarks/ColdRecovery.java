package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** B12: killed with a long log; from the start to the first correct write and read. */
final class ColdRecovery implements Benchmark {
    @Override
    public String id() {
        return "B12";
    }

    @Override
    public String title() {
        return "cold recovery: kill -9 with a long log until the first write and read";
    }

    @Override
    public void run(Run run) throws Exception {
        var full = Product.start(run, 512);
        full.stop();
        long events;
        try (var seeder = Seeder.on(full)) {
            events =
                    seeder.append(
                            new PastOfAFleet(run.size().of(5, 500, 500)),
                            run.size().of(700, 50_000, 1_000_000));
        }
        full.start();
        enrol(full);
        var empty = Product.start(run, 512);
        enrol(empty);

        var pairs = run.inTurns(() -> recover(run, full), () -> recover(run, empty));
        run.report().figure("events", "events", events, null);
        run.report()
                .compare(
                        "recovery, floor the same with an empty log",
                        "s",
                        pairs,
                        Target.atMost(1.10, 1.25));
        run.report()
                .note("on PostgreSQL both are killed with their server, whose recovery is in both");
    }

    private static void enrol(Product product) throws Exception {
        try (var api = product.login()) {
            Quiet.await(api);
            Fleet.enrol(api, 1, Fleet.large(0)).registerAndLeave();
        }
    }

    /** Kills it while it works, and gives the seconds until it works again. */
    private static double recover(Run run, Product product) throws Exception {
        try (var api = product.login()) {
            Creates.oneClient(api, 20);
        }
        product.kill();
        if (run.store() == Store.POSTGRESQL) {
            run.postgres().kill();
        }
        long start = System.nanoTime();
        if (run.store() == Store.POSTGRESQL) {
            run.postgres().launch();
        }
        product.start();
        writeAndRead(product);
        return (System.nanoTime() - start) / 1e9;
    }

    private static void writeAndRead(Product product) throws IOException, InterruptedException {
        try (var api = product.login()) {
            String id = api.post("/api/resources", Creates.body(), 201).path("_id").asString();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (api.send("GET", "/api/resources/" + id, null).status() != 200) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("what was written cannot be read");
                }
            }
        }
    }
}
