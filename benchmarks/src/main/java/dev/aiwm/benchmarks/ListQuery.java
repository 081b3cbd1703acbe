package dev.aiwm.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.Document;

import java.io.IOException;
import java.util.ArrayList;

/** B10: a page of a list, whose cost is to follow the page and not the table. */
final class ListQuery implements Benchmark {
    private static final int PAGE = 50;

    @Override
    public String id() {
        return "B10";
    }

    @Override
    public String title() {
        return "list query: GET /api/resources?status=running&limit=50";
    }

    @Override
    public void run(Run run) throws Exception {
        var product = Product.start(run, 512);
        product.stop();
        try (var seeder = Seeder.on(product)) {
            int documents = run.size().of(100, 10_000, 10_000);
            seeder.append(new PastOfAFleet(50), (long) documents * eventsOfALife());
        }
        var here = ProductInProcess.on(run, product);
        var api = run.keep(Api.login(here.port(), Product.PASSWORD));
        Quiet.await(api);
        var collection = resources(here);
        int turn = run.size().of(5, 40, 200);
        list(api, turn);
        find(collection, turn);

        var listed = new Latencies();
        var pairs =
                run.inTurns(
                        () -> {
                            var latencies = list(api, turn);
                            listed.addAll(latencies);
                            return latencies.percentile(0.5);
                        },
                        () -> find(collection, turn).percentile(0.5));
        report(run, collection.estimatedDocumentCount(), pairs, listed);
    }

    private static void report(Run run, long documents, Pairs.Result pairs, Latencies listed) {
        String name = "a page out of %,d".formatted(documents);
        var limit = run.store() == Store.EMBEDDED ? Target.atMost(50, 50) : Target.atMost(20, 20);
        run.report()
                .compare(
                        name + ", p50, floor find and count on the store",
                        "ms",
                        pairs,
                        Target.atMost(2, 2));
        run.report().figure(name + ", p95", "ms", listed.percentile(0.95), limit);
        run.report().latencies(name, listed);
        run.report().note("the document server here is the embedded one, which scans");
    }

    private static int eventsOfALife() {
        return new PastOfAFleet(1).lives(1).size() / 50;
    }

    private static Latencies list(Api api, int count) throws IOException {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            var page = api.get("/api/resources?status=running&limit=" + PAGE);
            latencies.add(System.nanoTime() - start);
            if (page.path("items").size() != PAGE) {
                throw new IllegalStateException("not a page: " + page);
            }
        }
        return latencies;
    }

    private static MongoCollection<Document> resources(ProductInProcess here) {
        String database = here.bean(ReadDatabases.class).database("query").getName();
        var found = here.bean(MongoClient.class).getDatabase(database);
        for (String name : found.listCollectionNames()) {
            if (name.startsWith("resources@")) {
                return found.getCollection(name);
            }
        }
        throw new IllegalStateException("no collection of resources");
    }

    /** The same page and the same count, straight from the store. */
    private static Latencies find(MongoCollection<Document> collection, int count) {
        var latencies = new Latencies();
        var filter = Filters.eq("status", "running");
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            var page = new ArrayList<Document>();
            collection
                    .find(filter)
                    .sort(Sorts.orderBy(Sorts.descending("createdAt"), Sorts.ascending("_id")))
                    .limit(PAGE)
                    .into(page);
            collection.countDocuments(filter);
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }
}
