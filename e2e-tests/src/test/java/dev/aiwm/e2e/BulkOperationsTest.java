package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same done to many resources, while the process that does it is killed without warning. */
class BulkOperationsTest {
    private static final int RESOURCES = Integer.getInteger("aiwm.bulk.resources", 12);
    private static final Map<String, String> WAIT = Map.of("Prefer", "wait=30");

    @TempDir Path folder;

    @Test
    void a_bulk_operation_survives_a_sudden_death_and_does_everything_once() {
        try (var product = Product.start(folder.resolve("data"))) {
            var api = product.api();
            api.awaitField("/api/nodes/local-sim", "/status", "online");
            var ids =
                    IntStream.range(0, RESOURCES).mapToObj(i -> create(api, "bulk-" + i)).toList();
            var wish =
                    """
                    {"operation": {"action": "stop"}, "parallelism": 2,
                     "filter": {"name": "bulk-*", "status": ["running"], "nodeId": "local-sim"}}
                    """;

            var bulk = api.post("/api/resources/bulk", wish).expect(202).at("/bulkId");
            assertThat(bulk).isNotEmpty();
            product.kill();
            product.startAgain();

            var again = product.api();
            var ended = again.awaitField("/api/bulk-operations/" + bulk, "/done", "true");
            assertThat(ended.at("/status")).isEqualTo("succeeded");
            assertThat(ended.json().at("/counts/succeeded").asInt()).isEqualTo(RESOURCES);
            for (var item : ended.json().path("items")) {
                var id = item.path("resourceId").asString();
                assertThat(ids).contains(id);
                again.awaitStatus(id, "stopped");
                again.awaitThat(
                        "/api/executions?resourceId=" + id,
                        executions ->
                                assertThat(stops(executions))
                                        .containsExactly(item.path("executionId").asString()));
            }
            var listed = again.get("/api/bulk-operations?resourceId=" + ids.get(0)).expect(200);
            assertThat(listed.at("/items/0/bulkId")).isEqualTo(bulk);
            assertThat(listed.json().at("/items/0").has("items")).isFalse();
        }
    }

    private static String create(Api api, String name) {
        return api.post("/api/resources", Examples.container(name), WAIT).expect(201).at("/_id");
    }

    private static List<String> stops(Answer executions) {
        return executions
                .json()
                .path("items")
                .valueStream()
                .filter(execution -> execution.path("action").asString().equals("stop"))
                .map(execution -> execution.path("executionId").asString())
                .toList();
    }
}
