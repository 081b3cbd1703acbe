package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The demo's slow node belongs to the data, not to the way in which the program is started. */
class SlowNodeComesBackTest {
    private static final String SLOW = "/api/nodes/local-sim-slow";

    @TempDir Path folder;

    @Test
    void a_start_without_the_demo_brings_its_slow_node_back() {
        var data = folder.resolve("data");
        long before;
        try (var product = Product.start(data, Map.of(), List.of("--aiwm.local-node.demo=true"))) {
            var online = product.api().awaitField(SLOW, "/status", "online");
            before = online.json().at("/epoch").asLong();
            assertThat(before).isPositive();
            whatAUserCreatesIsNotHeldUp(product.api());
        }
        try (var product = Product.start(data)) {
            var api = product.api();
            Awaitility.await("the slow node's agent calls again")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> api.get(SLOW).json().at("/epoch").asLong() > before);
        }
    }

    private static void whatAUserCreatesIsNotHeldUp(Api api) {
        Awaitility.await("the demo is seeded")
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.get(SLOW).json().at("/cordoned").asBoolean(false));
        assertThat(api.get("/api/resources?label=demo%3Dtrue").expect(200).at("/total"))
                .isEqualTo("10");
        var id = api.post("/api/resources", Examples.container("mine")).expect(201).at("/_id");
        var mine = api.awaitStatus(id, "running");
        assertThat(mine.at("/nodeId")).isEqualTo("local-sim");
    }
}
