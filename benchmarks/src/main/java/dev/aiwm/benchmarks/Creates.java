package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that create resources, one after the other on each connection. */
final class Creates {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Creates() {}

    static String body() {
        return """
        {"name":"load-%06d","description":"made by a benchmark","resourceType":"application-container",\
        "labels":{"team":"load"},"config":{"type":"application-container","registry":"docker-hub",\
        "imageName":"nginx","imageTag":"1.27","environment":{"MODE":"load"},"cpuCores":1,"ramLimit":512}}\
        """
                .formatted(NUMBER.incrementAndGet());
    }

    static Latencies oneClient(Api api, int count) throws IOException {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            String body = body();
            long start = System.nanoTime();
            var reply = api.send("POST", "/api/resources", body);
            latencies.add(System.nanoTime() - start);
            if (reply.status() != 201) {
                throw new IllegalStateException(reply.status() + " " + reply.text());
            }
        }
        return latencies;
    }

    /** What several clients saw, and how long it took them together. */
    record Load(Latencies latencies, double seconds) {
        double rate() {
            return latencies.count() / seconds;
        }
    }

    static Load manyClients(Api api, int clients, int each)
            throws IOException, InterruptedException, ExecutionException {
        var users = new ArrayList<Api>();
        var work = new ArrayList<Callable<Latencies>>();
        for (int i = 0; i < clients; i++) {
            var user = api.again();
            users.add(user);
            work.add(() -> oneClient(user, each));
        }
        try {
            return together(work);
        } finally {
            for (Api user : users) {
                user.close();
            }
        }
    }

    /** Runs all at once, each on a thread of its own. */
    static Load together(List<Callable<Latencies>> work)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var all = new Latencies();
            long start = System.nanoTime();
            for (var each : threads.invokeAll(work)) {
                all.addAll(each.get());
            }
            return new Load(all, (System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdown();
        }
    }
}
