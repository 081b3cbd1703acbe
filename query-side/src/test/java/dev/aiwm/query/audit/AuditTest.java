package dev.aiwm.query.audit;

import static dev.aiwm.query.Events.NODE;
import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;
import static dev.aiwm.query.Events.reserved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.query.Program;
import dev.aiwm.query.past.Archive;
import dev.aiwm.support.log.EventLog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class AuditTest {
    private static final int RENAMES = 1_100;
    private static final long PATIENCE = 30_000_000_000L;
    private static final NodeId OTHER = NodeId.of("node-2");

    @TempDir static Path data;
    private static Program program;
    private static ResourceId busy;
    private static ResourceId theirs;
    private static ExecutionId execution;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        program.happened(NODE, enrolled(NODE), connected(NODE), new NodeCordoned(NODE, "New DISK"));
        busy = ResourceId.random();
        theirs = ResourceId.random();
        execution = ExecutionId.random();
        program.happened(NODE, reserved(NODE, busy), reserved(NODE, theirs));
        program.happened(busy, created(busy, "busy"));
        program.happened(execution, execution(execution, busy));
        program.happened(
                Map.of(MetadataKeys.ACTOR, "user-2", MetadataKeys.ORG, "org-2"),
                theirs,
                created(theirs, "theirs", new Owner("org-2", "user-2"), Map.of()));
        for (int i = 0; i < RENAMES; i++) {
            program.happened(busy, new ResourceRenamed(busy, "name-" + i));
        }
        kept();
        program.happened(OTHER, enrolled(OTHER));
        program.happened(busy, new ResourceRenamed(busy, "last"));
    }

    private static void kept() {
        long whole = Archive.segmentsUpTo(program.bean(EventLog.class).head());
        assertThat(whole).isGreaterThanOrEqualTo(2);
        long deadline = System.nanoTime() + PATIENCE;
        while (program.bean(Archive.class).segments() < whole) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static JsonNode ok(String path) {
        return ok(program.token(Program.ORG), path);
    }

    private static JsonNode ok(String token, String path) {
        var answer = program.getAs(token, path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> types(JsonNode page) {
        var types = new ArrayList<String>();
        page.get("items").forEach(item -> types.add(item.get("type").asString()));
        return types;
    }

    @Test
    void everything_comes_in_either_order_once() {
        var newest = ok("/api/audit?limit=2");
        assertThat(types(newest)).containsExactly("ResourceRenamed", "NodeEnrolled");
        var seen = new ArrayList<String>();
        String path = "/api/audit?limit=400&order=oldest";
        JsonNode page = ok(path);
        while (true) {
            page.get("items").forEach(item -> seen.add(item.get("position").asString()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            page = ok(path + "&cursor=" + page.get("nextCursor").asString());
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(RENAMES + 8);
        var back = ok(path + "&cursor=" + page.get("previousCursor").asString());
        assertThat(back.get("items")).hasSize(400);
    }

    @Test
    void each_filter_finds_what_it_says() {
        assertThat(types(ok("/api/audit?type=ResourceCreated,NodeCordoned")))
                .containsExactly("ResourceCreated", "NodeCordoned");
        assertThat(types(ok("/api/audit?entity=execution"))).containsExactly("ExecutionStarted");
        assertThat(types(ok("/api/audit?node=node-2"))).containsExactly("NodeEnrolled");
        assertThat(types(ok("/api/audit?resource=" + busy + "&order=oldest&limit=3")))
                .containsExactly("CapacityReserved", "ResourceCreated", "ExecutionStarted");
        assertThat(types(ok("/api/audit?text=new%20disk"))).containsExactly("NodeCordoned");
        assertThat(types(ok("/api/audit?actor=nobody"))).isEmpty();
        assertThat(types(ok("/api/audit?from=1h&limit=3"))).hasSize(3);
        assertThat(types(ok("/api/audit?to=1h"))).isEmpty();
        assertThat(program.get("/api/audit?entity=planet").status()).isEqualTo(400);
        assertThat(program.get("/api/audit?planet=earth").status()).isEqualTo(400);
    }

    @Test
    void others_see_their_own_and_administrators_all() {
        String own = program.token("org-2");
        String admin = program.token(Program.ORG, "admin");

        assertThat(types(ok(own, "/api/audit"))).containsExactly("ResourceCreated");
        assertThat(ok("/api/audit?type=ResourceCreated").get("items")).hasSize(1);
        assertThat(ok(admin, "/api/audit?type=ResourceCreated").get("items")).hasSize(2);
        assertThat(types(ok(admin, "/api/audit?organisation=org-2")))
                .containsExactly("ResourceCreated");
        assertThat(ok("/api/audit?type=CapacityReserved").get("items")).hasSize(1);
    }

    @Test
    void all_of_it_comes_as_lines() {
        String lines = program.get("/api/audit?format=jsonl").response().body();
        assertThat(lines.lines()).hasSize(RENAMES + 8);
    }

    private static Map<String, Object> caused(String origin, String command, String cause) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTOR, "user-1");
        metadata.put(MetadataKeys.ORG, Program.ORG);
        metadata.put(MetadataKeys.ORIGIN, origin);
        metadata.put(MetadataKeys.CORRELATION_ID, "click-1");
        metadata.put(MetadataKeys.CAUSATION_ID, command);
        if (cause != null) {
            metadata.put(MetadataKeys.COMMAND_CAUSE, cause);
        }
        return metadata;
    }

    private static String idOf(ExecutionId execution, String type) {
        return ok("/api/executions/" + execution + "/history?type=" + type)
                .get("items")
                .get(0)
                .get("eventId")
                .asString();
    }

    /** A click that led to a step which a node reported as done, and another thing it did. */
    private static void clicked(ExecutionId work) {
        var id = ResourceId.random();
        var pull = new ContainerPull(id, "redis:7", null, null);
        program.happened(caused("user", "command-1", null), work, execution(work, id));
        String started = idOf(work, "ExecutionStarted");
        program.happened(
                caused("saga", "command-2", started),
                work,
                new StepDispatched(
                        work,
                        0,
                        1,
                        false,
                        NODE,
                        new ResourceRef("application-container", id.value()),
                        pull,
                        Instant.parse("2030-01-01T00:00:00Z"),
                        ExecutionOptions.USUAL_PRIORITY,
                        List.of()));
        program.happened(
                caused("agent", "command-3", "report-1"),
                work,
                new StepSucceeded(work, 0, 1, StepResult.EMPTY));
        program.happened(caused("user", "command-4", null), busy, new ResourceRenamed(busy, "x"));
    }

    @Test
    void causes_are_followed_up_and_down() {
        var work = ExecutionId.random();
        clicked(work);
        String started = idOf(work, "ExecutionStarted");
        String ended = idOf(work, "StepSucceeded");

        var up = ok("/api/audit/causes/" + ended);
        String message = work + "/0/do/1";
        assertThat(ids(up))
                .containsExactlyInAnyOrder(
                        "click-1",
                        "command-1",
                        started,
                        "command-2",
                        idOf(work, "StepDispatched"),
                        message,
                        "report-1",
                        "command-3",
                        ended);
        assertThat(up.get("edges")).hasSize(8);
        assertThat(ids(ok("/api/audit/causes/click-1"))).hasSize(11).contains("command-4");
        assertThat(ids(ok("/api/audit/causes/report-1"))).contains(ended, "click-1");
        assertThat(program.get("/api/audit/causes/never").status()).isEqualTo(404);
        String other = program.token("org-2");
        assertThat(program.getAs(other, "/api/audit/causes/click-1").status()).isEqualTo(404);
    }

    private static List<String> ids(JsonNode graph) {
        var ids = new ArrayList<String>();
        graph.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
        return ids;
    }
}
