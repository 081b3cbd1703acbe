package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Both sides as processes of their own behind the edge proxy: a user sees one product. */
class TwoSidesTest {
    private static final String NODE = "far-node";

    @TempDir static Path folder;

    static Distributed product;
    static Api api;
    static SimulatedNode node;

    @BeforeAll
    static void start() {
        product = Distributed.start(folder);
        api = product.api();
        node = SimulatedNode.enrol(api, NODE, folder.resolve("agent"));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @Test
    void what_one_side_has_acknowledged_the_other_shows() {
        for (int i = 0; i < 20; i++) {
            var made = create("read-your-write-" + i);
            var seen =
                    api.get("/api/resources/" + made.at("/_id") + "?minVersion=" + version(made))
                            .expect(200);
            assertThat(version(seen)).isGreaterThanOrEqualTo(version(made));
            assertThat(seen.at("/name")).isEqualTo("read-your-write-" + i);
        }
        assertThat(product.edge().sideThatAnswered("POST /api/resources")).contains("command");
    }

    @Test
    void the_stream_of_one_side_tells_what_the_other_decides() {
        try (var events = Follower.of(api)) {
            var id = create("watched").at("/_id");
            Awaitility.await("the stream tells of the start")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> tellsOf(events, id, "ResourceStarted"));
            assertThat(tellsOf(events, id, "ResourceCreated")).isTrue();
            assertThat(events.text()).doesNotContain("ended:");
        }
        assertThat(product.edge().sideThatAnswered("POST /api/auth/login")).contains("command");
    }

    @Test
    void live_calls_go_where_the_agents_are() {
        var id = create("live").at("/_id");
        api.awaitStatus(id, "running");
        assertThat(api.get("/api/resources/" + id + "/logs").expect(200).at("/resourceId"))
                .isEqualTo(id);
        api.get("/resources/" + id + "/status").expect(200);
        assertThat(product.edge().sideThatAnswered("GET /api/resources/" + id + "/logs"))
                .contains("command");
        assertThat(product.edge().sideThatAnswered("GET /resources/" + id + "/status"))
                .contains("query");
        api.post("/api/admin/projections/resources/rebuild", "").expect(202);
    }

    @Test
    void the_api_of_both_is_described_in_one_document() {
        var paths = Api.anonymous(api.url()).get("/api-docs.json").expect(200).json().path("paths");
        assertThat(paths.path("/api/resources").propertyNames()).contains("get", "post");
    }

    @Test
    void the_sudden_death_of_command_side_loses_nothing() {
        var before = create("before").at("/_id");
        api.awaitStatus(before, "running");
        var half = create("half-way").at("/_id");

        product.commandSide().kill();
        api.get("/api/resources/" + before).expect(200);
        api.post("/api/resources", Examples.container("nobody-there")).expect(502);
        product.commandSide().startAgain();

        api.awaitField("/api/nodes/" + NODE, "/status", "online");
        api.awaitStatus(half, "running");
        api.awaitStatus(before, "running");
        api.awaitStatus(create("after").at("/_id"), "running");
        assertThat(api.get("/api/resources?name=nobody-there").json().at("/total").asInt())
                .isZero();
    }

    @Test
    void the_sudden_death_of_query_side_stops_no_decision() {
        product.querySide().kill();
        var made = create("unseen");
        product.querySide().startAgain();
        api.awaitStatus(made.at("/_id"), "running");
    }

    private static boolean tellsOf(Follower events, String id, String event) {
        return events.text()
                .lines()
                .anyMatch(line -> line.contains(id) && line.contains('"' + event + '"'));
    }

    private static Answer create(String name) {
        var body =
                """
                {"name": "%s", "resourceType": "application-container",
                 "config": {"type": "application-container", "registry": "docker-hub",
                            "imageName": "nginx", "cpuCores": 0.1, "ramLimit": 16}}
                """;
        return api.post("/api/resources", body.formatted(name), Map.of("Idempotency-Key", name))
                .expect(201);
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.header("ETag").replace("\"", ""));
    }
}
