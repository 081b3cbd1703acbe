package dev.aiwm.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;

import dev.aiwm.support.log.JdbcLogEngine;
import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.Document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** B8: all read models of the queries are built anew while the old ones answer. */
final class ProjectionRebuild implements Benchmark {
    private static final List<String> MODELS = List.of("resources", "nodes", "executions");
    private static final int BULK = 256;
    private static final int WARM_UP = 4;

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String title() {
        return "rebuild of all read models while the old ones answer";
    }

    @Override
    public void run(Run run) throws Exception {
        var product = Product.start(run, 512);
        product.stop();
        long events;
        try (var seeder = Seeder.on(product)) {
            events =
                    seeder.append(
                            new PastOfAFleet(run.size().of(5, 500, 500)),
                            run.size().of(700, 30_000, 1_000_000));
        }
        var here = ProductInProcess.on(run, product);
        var api = run.keep(Api.login(here.port(), Product.PASSWORD));
        Quiet.await(api);
        for (int i = 0; i < WARM_UP; i++) {
            all(api, here);
        }
        Compiling.untilAtRest(
                ProcessHandle.current().pid(), run.size().of(1, 30, 30), () -> all(api, here));

        double[] reading = new double[run.pairs()];
        double[] writing = new double[run.pairs()];
        int[] turn = {0};
        var pairs =
                run.inTurns(
                        () -> rebuild(api),
                        () -> {
                            reading[turn[0]] = readAll(here);
                            writing[turn[0]] = upsertAll(here);
                            return Math.max(reading[turn[0]], writing[turn[0]++]);
                        });
        report(run, events, pairs, Pairs.median(reading), Pairs.median(writing));
        againstOneByOne(run, here, events / pairs.ours());
        readsMeanwhile(run, api);
    }

    private static double all(Api api, ProductInProcess here)
            throws IOException, InterruptedException {
        return rebuild(api) + readAll(here) + upsertAll(here);
    }

    private static void report(
            Run run, long events, Pairs.Result pairs, double reading, double writing) {
        var report = run.report();
        report.figure("events", "events", events, null);
        report.compare(
                "rebuild rate, floor the slower of the two below",
                "events/s",
                new Pairs.Result(
                        events / pairs.ours(),
                        events / pairs.floor(),
                        1 / pairs.ratio(),
                        pairs.pairs()),
                Target.atLeast(0.5, 0.3));
        report.figure("floor: engine reads with no handler", "events/s", events / reading, null);
        report.figure("floor: unordered bulk upsert", "events/s", events / writing, null);
        report.figure("rebuild rate", "events/s", events / pairs.ours(), Target.atLeast(30_000, 0));
    }

    /** As long as it takes until the last of the new models answers, in seconds. */
    private static double rebuild(Api api) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (String model : MODELS) {
            api.post("/api/admin/projections/" + model + "/rebuild", "", 202);
        }
        for (String model : MODELS) {
            while (isUnderWay(api, model)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isUnderWay(Api api, String model) throws IOException {
        var projection = api.get("/api/admin/projections/" + model);
        if (!projection.path("error").asString("").isEmpty()) {
            throw new IllegalStateException("the rebuild fails: " + projection);
        }
        return !projection.path("state").asString().equals("live");
    }

    private static double readAll(ProductInProcess here) {
        long start = System.nanoTime();
        here.bean(JdbcLogEngine.class).readEvents(null, false).forEach(event -> event.getPayload());
        return (System.nanoTime() - start) / 1e9;
    }

    private static MongoDatabase database(ProductInProcess here) {
        String name = here.bean(ReadDatabases.class).database("query").getName();
        return here.bean(MongoClient.class).getDatabase(name);
    }

    /** The documents of all read models into new collections; reading them first is not counted. */
    private static double upsertAll(ProductInProcess here) {
        var database = database(here);
        double seconds = 0;
        for (String name : collections(database)) {
            var documents = database.getCollection(name).find().into(new ArrayList<>());
            var target = database.getCollection("floor-" + name.replace('@', '-'));
            long start = System.nanoTime();
            for (int from = 0; from < documents.size(); from += BULK) {
                upsert(target, documents.subList(from, Math.min(documents.size(), from + BULK)));
            }
            seconds += (System.nanoTime() - start) / 1e9;
            if (!documents.isEmpty()) {
                target.drop();
            }
        }
        return seconds;
    }

    /** Those that answer now; the ones before them stay for half a minute. */
    private static Collection<String> collections(MongoDatabase database) {
        var newest = new TreeMap<String, Integer>();
        for (String name : database.listCollectionNames()) {
            String[] parts = name.split("@");
            if (MODELS.contains(parts[0])) {
                newest.merge(parts[0], Integer.valueOf(parts[1]), Math::max);
            }
        }
        return newest.entrySet().stream().map(it -> it.getKey() + "@" + it.getValue()).toList();
    }

    private static void upsert(MongoCollection<Document> target, List<Document> documents) {
        var options = new ReplaceOptions().upsert(true);
        var writes = new ArrayList<WriteModel<Document>>();
        for (Document document : documents) {
            writes.add(
                    new ReplaceOneModel<>(
                            Filters.eq("_id", document.get("_id")), document, options));
        }
        target.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    private static void againstOneByOne(Run run, ProductInProcess here, double rate) {
        int count = run.size().of(50, 1_000, 3_000);
        double floor = OneByOne.rate(here, database(here), count);
        run.report()
                .compare(
                        "rebuild rate, peer 16 segments and batches of one",
                        "events/s",
                        rate,
                        floor,
                        Target.atLeast(50, 20));
    }

    /** What a reader notices of rebuilds; what the floors have left in this process goes before. */
    private static void readsMeanwhile(Run run, Api api) throws Exception {
        System.gc();
        String path = "/api/resources/" + firstResource(api);
        var calm = new Latencies();
        var busy = new Latencies();
        for (int i = 0; i < run.pairs(); i++) {
            for (int j = 0; j < run.size().of(20, 300, 2_000); j++) {
                read(api, path, calm);
            }
            readWhileRebuilding(api, path, busy);
        }
        run.report()
                .compare(
                        "GET of one resource during a rebuild, p99",
                        "ms",
                        busy.percentile(0.99),
                        calm.percentile(0.99),
                        Target.atMost(1.5, 1.5));
    }

    private static void readWhileRebuilding(Api api, String path, Latencies into) throws Exception {
        var done = new AtomicBoolean();
        var thread = Executors.newSingleThreadExecutor();
        try (var other = api.again()) {
            var rebuilt =
                    thread.submit(
                            () -> {
                                try {
                                    return rebuild(other);
                                } finally {
                                    done.set(true);
                                }
                            });
            while (!done.get()) {
                read(api, path, into);
                TimeUnit.MILLISECONDS.sleep(2);
            }
            rebuilt.get();
        } finally {
            thread.shutdown();
        }
    }

    private static String firstResource(Api api) throws IOException {
        return api.get("/api/resources?limit=1").path("items").path(0).path("_id").asString();
    }

    private static void read(Api api, String path, Latencies into) throws IOException {
        long start = System.nanoTime();
        api.get(path);
        into.add(System.nanoTime() - start);
    }
}
