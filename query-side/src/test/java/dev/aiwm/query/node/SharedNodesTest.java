package dev.aiwm.query.node;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.shared;

import static org.assertj.core.api.Assertions.assertThat;

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

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What members of an organisation are shown of what a node runs. */
class SharedNodesTest {
    private static final NodeId SHARED = NodeId.of("everybodys");
    private static final NodeId OWN = NodeId.of("ours-alone");
    private static final ResourceId OURS = ResourceId.random();
    private static final ResourceId THEIRS = ResourceId.random();

    @TempDir static Path data;
    private static Program program;
    private static String admin;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
        program.happened(SHARED, shared(SHARED), connected(SHARED));
        program.happened(OWN, enrolled(OWN), connected(OWN));
        program.happened(OURS, created(OURS, "ours"));
        program.happened(
                THEIRS, created(THEIRS, "theirs", new Owner("org-2", "someone"), Map.of()));
        program.settled();
        report(SHARED);
        report(OWN);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void members_see_their_own_resources_on_a_shared_node_and_nothing_else() {
        assertThat(containers(program.get("/api/nodes/everybodys/containers").body()))
                .containsExactly("ours");
        assertThat(resources(program.get("/api/nodes/everybodys/metrics").body()))
                .containsExactly(OURS.value());
    }

    @Test
    void members_see_what_nobody_manages_on_a_node_of_their_own() {
        assertThat(containers(program.get("/api/nodes/ours-alone/containers").body()))
                .containsExactly("ours", "foreign");
        assertThat(
                        program.getAs(program.token("org-2"), "/api/nodes/ours-alone/containers")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void administrators_see_all() {
        assertThat(containers(program.getAs(admin, "/api/nodes/everybodys/containers").body()))
                .containsExactly("ours", "theirs", "foreign");
        assertThat(resources(program.getAs(admin, "/api/nodes/everybodys/metrics").body()))
                .containsExactly(OURS.value(), THEIRS.value());
    }

    private static List<String> containers(JsonNode body) {
        return body.get("items").valueStream().map(it -> it.get("name").asString()).toList();
    }

    private static List<String> resources(JsonNode body) {
        return body.get("resources")
                .valueStream()
                .map(it -> it.get("resourceId").asString())
                .toList();
    }

    private static Document container(String name, ResourceId resource) {
        return new Document("id", "c-" + name)
                .append("name", name)
                .append("state", "running")
                .append("resourceId", resource == null ? null : resource.value())
                .append("managed", resource != null);
    }

    private static Document figures(ResourceId resource) {
        return new Document("resourceId", resource.value()).append("cpuUsagePercent", 1.5);
    }

    private static void report(NodeId node) {
        var metrics =
                new Document("timestamp", "2030-01-01T00:00:00Z")
                        .append("host", new Document("cpuUsagePercent", 12.5))
                        .append(
                                "containers",
                                List.of(
                                        container("ours", OURS),
                                        container("theirs", THEIRS),
                                        container("foreign", null)))
                        .append("resources", List.of(figures(OURS), figures(THEIRS)));
        program.bean(ReadDatabases.class)
                .database(QuerySide.NAME)
                .getCollection(NodeTelemetry.COLLECTION)
                .insertOne(
                        new Document("_id", node.value())
                                .append("lastHeartbeat", Instant.parse("2030-01-01T00:00:00Z"))
                                .append("uptimeSeconds", 60L)
                                .append("metrics", metrics));
    }
}
