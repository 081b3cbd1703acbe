package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waits until the product has done what follows from what it was asked. */
final class Quiet {
    private static final int PATIENCE_SECONDS = 1_800;

    private Quiet() {}

    static void await(Api api) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long before = -1;
        while (System.nanoTime() < deadline) {
            long events = head(api);
            if (events == before && lag(api) == 0) {
                return;
            }
            before = events;
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("the product does not come to rest");
    }

    static long head(Api api) throws IOException {
        String head =
                api.get("/api/admin/projections").path("items").path(0).path("head").asString();
        return Long.parseLong(head, Character.MAX_RADIX);
    }

    static long lag(Api api) throws IOException {
        long lag = 0;
        for (var projection : api.get("/api/admin/projections").path("items")) {
            lag = Math.max(lag, projection.path("lag").asLong());
        }
        return lag;
    }
}
