package dev.aiwm.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Resources from the request until a client sees them run, and their end. */
final class Lifecycle {
    private static final int PATIENCE_SECONDS = 60;

    private Lifecycle() {}

    static String create(Api api, String body) throws IOException {
        var reply = api.send("POST", "/api/resources", "Prefer: wait=60", body);
        String id = Api.expect(reply, 201, "create").path("_id").asString();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            String status = api.get("/api/resources/" + id).path("status").asString("");
            if (status.equals("running")) {
                return id;
            }
            if (status.equals("failed") || System.nanoTime() > deadline) {
                throw new IllegalStateException(id + " is " + status);
            }
        }
    }

    static void remove(Api api, List<String> ids) throws IOException {
        for (var id : ids) {
            var reply = api.send("DELETE", "/api/resources/" + id, "Prefer: wait=60", null);
            Api.expect(reply, 200, "delete");
        }
    }
}
