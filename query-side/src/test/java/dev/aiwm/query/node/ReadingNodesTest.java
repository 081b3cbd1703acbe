package dev.aiwm.query.node;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;
import static dev.aiwm.query.Events.reserved;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;
import dev.aiwm.query.QuerySide;
import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ReadingNodesTest {
    private static final NodeId NODE = NodeId.of("gpu-1");

    @TempDir static Path data;
    private static Program program;
    private static String admin;
    private static final ResourceId OURS = ResourceId.random();
    private static final ResourceId THEIRS = ResourceId.random();

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
        program.happened(NODE, enrolled(NODE), connected(NODE));
        program.happened(NODE, reserved(NODE, OURS), reserved(NODE, THEIRS));
        program.happened(OURS, created(OURS, "ours"));
        program.happened(
                THEIRS, created(THEIRS, "theirs", new Owner("org-2", "someone"), Map.of()));
        program.settled();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_node_shows_what_it_is_made_of() {
        var node = program.get("/api/nodes/gpu-1").body();
        assertThat(node.get("status").asString()).isEqualTo("online");
        assertThat(node.get("cpuCores").asInt()).isEqualTo(64);
        assertThat(node.get("capacity").get("cpuClaimed").asInt()).isEqualTo(4);
        assertThat(program.get("/api/nodes?name=Node*").body().get("total").asInt()).isEqualTo(1);
        assertThat(program.get("/api/nodes/none").status()).isEqualTo(404);
    }

    @Test
    void the_ledger_names_each_holder_that_the_caller_may_know() {
        var all = program.getAs(admin, "/api/nodes/gpu-1/allocations").body();
        assertThat(all.get("items"))
                .extracting(item -> item.get("resourceId").asString())
                .containsExactlyInAnyOrder(OURS.value(), THEIRS.value());
        var some = program.get("/api/nodes/gpu-1/allocations").body();
        assertThat(some.get("items"))
                .extracting(item -> item.get("resourceId").asString())
                .containsExactly(OURS.value());
        assertThat(some.get("totals")).isEqualTo(all.get("totals"));
    }

    @Test
    void figures_are_those_that_the_node_sent_and_none_are_made_up() {
        var silent = NodeId.of("silent");
        program.happened(silent, enrolled(silent));
        program.settled();
        assertThat(program.get("/api/nodes/silent/metrics").body().get("code").asString())
                .isEqualTo("NO_METRICS");
        assertThat(program.get("/api/nodes/silent/containers").body().get("items")).isEmpty();

        send();
        var metrics = program.get("/api/nodes/gpu-1/metrics").body();
        assertThat(metrics.get("host").get("cpuUsagePercent").asDouble()).isEqualTo(12.5);
        assertThat(metrics.get("lastHeartbeat").asString()).startsWith("2030-01-01T00:00:00");
        assertThat(program.get("/api/nodes/gpu-1/containers").body().get("items"))
                .extracting(item -> item.get("name").asString())
                .containsExactly("redis");
        assertThat(program.get("/api/nodes/gpu-1").body().get("lastHeartbeat").asString())
                .startsWith("2030-01-01T00:00:00");
    }

    @Test
    void who_saw_a_node_gets_it_anew_when_it_was_heard_of() {
        var node = NodeId.of("heard");
        program.happened(node, enrolled(node));
        program.settled();
        String unheard = program.get("/api/nodes/heard").header("ETag");
        assertThat(seen("/api/nodes/heard", unheard)).isEqualTo(304);
        collection()
                .insertOne(
                        new Document("_id", "heard")
                                .append("lastHeartbeat", Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(seen("/api/nodes/heard", unheard)).isEqualTo(200);
        String heard = program.get("/api/nodes/heard").header("ETag");
        assertThat(seen("/api/nodes/heard", heard)).isEqualTo(304);
    }

    @Test
    void who_saw_a_ledger_gets_it_anew_when_more_of_it_is_known() {
        var node = NodeId.of("claimed");
        var resource = ResourceId.random();
        program.happened(node, enrolled(node), connected(node), reserved(node, resource));
        program.settled();
        String path = "/api/nodes/claimed/allocations";
        String before = program.get(path).header("ETag");
        assertThat(seen(path, before)).isEqualTo(304);

        program.happened(resource, created(resource, "known-later"));
        program.settled();

        assertThat(seen(path, before)).isEqualTo(200);
    }

    private static int seen(String path, String tag) {
        return program.get(path, "If-None-Match", tag).status();
    }

    private static MongoCollection<Document> collection() {
        return program.bean(ReadDatabases.class)
                .database(QuerySide.NAME)
                .getCollection(NodeTelemetry.COLLECTION);
    }

    private static void send() {
        var host = new Document("cpuUsagePercent", 12.5).append("ramUsedMB", 1_024L);
        var container =
                new Document("id", "c1")
                        .append("name", "redis")
                        .append("state", "running")
                        .append("managed", false);
        collection()
                .insertOne(
                        new Document("_id", "gpu-1")
                                .append("lastHeartbeat", Instant.parse("2030-01-01T00:00:00Z"))
                                .append("uptimeSeconds", 60L)
                                .append(
                                        "metrics",
                                        new Document("timestamp", "2030-01-01T00:00:00Z")
                                                .append("host", host)
                                                .append("containers", List.of(container))));
    }

    @Test
    void an_execution_shows_its_steps() {
        var id = ExecutionId.random();
        program.happened(id, execution(id, OURS));

        var found = program.get("/api/executions/" + id).body();
        assertThat(found.get("status").asString()).isEqualTo("running");
        assertThat(program.get("/api/executions/" + id + "/steps").body().get("items"))
                .extracting(step -> step.get("action").asString())
                .containsExactly("container.pull");
        assertThat(
                        program.get("/api/executions?resourceId=" + OURS + "&nodeId=node-1")
                                .body()
                                .get("total")
                                .asInt())
                .isEqualTo(1);
        assertThat(program.getAs(program.token("org-2"), "/api/executions/" + id).status())
                .isEqualTo(404);
    }
}
