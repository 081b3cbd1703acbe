package dev.aiwm.query.execution;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.event.ExecutionDescribed;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.protocol.ContainerRestart;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.query.Events;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ReadingExecutionsTest {
    private static final Instant DUE = Instant.parse("2030-01-01T00:00:00Z");
    private static final ResourceId ONE = ResourceId.random();
    private static final ResourceId OTHER = ResourceId.random();
    private static final ExecutionId MAKING = ExecutionId.random();
    private static final ExecutionId PLANNED = ExecutionId.random();

    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        program.happened(Events.NODE, enrolled(Events.NODE), connected(Events.NODE));
        program.happened(MAKING, execution(MAKING, ONE));
        program.happened(PLANNED, planned(), about(OTHER));
        program.settled();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void they_are_found_by_their_type_and_by_what_any_step_is_about() {
        assertThat(found("type=create")).containsExactly(MAKING.value());
        assertThat(found("type=create,custom")).hasSize(2);
        assertThat(found("type=delete")).isEmpty();
        assertThat(found("resourceId=" + ONE)).containsExactly(MAKING.value());
        assertThat(found("resourceId=" + OTHER)).containsExactly(PLANNED.value());
        assertThat(program.get("/api/executions?type=other").status()).isEqualTo(400);
    }

    @Test
    void they_are_found_by_when_they_began_by_whom_and_where() {
        assertThat(found("from=10m")).hasSize(2);
        assertThat(found("to=10m")).isEmpty();
        assertThat(found("from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z")).isEmpty();
        assertThat(found("owner=" + Events.OWNER.userId())).hasSize(2);
        assertThat(found("owner=nobody")).isEmpty();
        assertThat(found("nodeId=" + Events.NODE.value() + "&status=running")).hasSize(2);
        assertThat(found("nodeId=elsewhere")).isEmpty();
        assertThat(program.get("/api/executions?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void a_step_says_that_it_waits_for_its_node_until_the_node_is_back() {
        var node = NodeId.of("far-away");
        var id = ExecutionId.random();
        program.happened(node, enrolled(node), connected(node));
        program.happened(id, plannedOn(id, node), dispatched(id, node));
        assertThat(waitingFor(id)).isEqualTo("turn");

        program.happened(node, new NodeFenced(node, 1, "MISSED_HEARTBEATS"));
        assertThat(waitingFor(id)).isEqualTo("node");

        program.happened(node, new NodeUnfenced(node, 1));
        assertThat(waitingFor(id)).isEqualTo("turn");

        program.happened(id, new StepAcknowledged(id, 0, 1, false, null));
        program.happened(node, new NodeFenced(node, 1, "MISSED_HEARTBEATS"));
        assertThat(waitingFor(id)).as("it has the command and may be at it").isEmpty();
    }

    @Test
    void a_step_waits_for_no_acknowledgement_before_it_was_sent() {
        var node = NodeId.of("busy");
        var id = ExecutionId.random();
        program.happened(node, enrolled(node), connected(node));
        program.happened(id, plannedOn(id, node), dispatched(id, node));
        assertThat(waitingFor(id)).isEqualTo("turn");

        program.happened(id, new StepSent(id, 0, 1, false, DUE.minusSeconds(1), DUE));
        assertThat(waitingFor(id)).isEqualTo("acknowledgement");

        program.happened(node, new NodeFenced(node, 1, "MISSED_HEARTBEATS"));
        assertThat(waitingFor(id)).isEqualTo("node");
    }

    @Test
    void a_step_waits_for_a_node_that_has_never_been_there() {
        var node = NodeId.of("never-there");
        var id = ExecutionId.random();
        program.happened(node, enrolled(node));
        program.happened(id, plannedOn(id, node), dispatched(id, node));
        assertThat(waitingFor(id)).isEqualTo("node");
    }

    @Test
    void who_saw_it_before_its_node_went_away_gets_it_anew() {
        var node = NodeId.of("gone-later");
        var id = ExecutionId.random();
        program.happened(node, enrolled(node), connected(node));
        program.happened(id, plannedOn(id, node), dispatched(id, node));
        for (String path : List.of("/api/executions/" + id.value(), stepsOf(id))) {
            program.settled();
            String there = program.get(path).header("ETag");
            assertThat(program.get(path, "If-None-Match", there).status()).isEqualTo(304);

            program.happened(node, new NodeFenced(node, 1, "MISSED_HEARTBEATS"));
            program.settled();
            var away = program.get(path, "If-None-Match", there);
            assertThat(away.status()).isEqualTo(200);
            assertThat(program.get(path, "If-None-Match", away.header("ETag")).status())
                    .isEqualTo(304);

            program.happened(node, new NodeUnfenced(node, 1));
            program.settled();
            assertThat(program.get(path).header("ETag")).isEqualTo(there);
        }
    }

    private static String stepsOf(ExecutionId id) {
        return "/api/executions/" + id.value() + "/steps";
    }

    /** The same wherever it is shown. */
    private static String waitingFor(ExecutionId id) {
        program.settled();
        var one = program.get("/api/executions/" + id.value()).body().at("/steps/0/waitingFor");
        var steps =
                program.get("/api/executions/" + id.value() + "/steps")
                        .body()
                        .at("/items/0/waitingFor");
        assertThat(steps).isEqualTo(one);
        for (var item : program.get("/api/executions?limit=100").body().get("items")) {
            if (item.get("executionId").asString().equals(id.value())) {
                assertThat(item.at("/steps/0/waitingFor")).isEqualTo(one);
            }
        }
        return one.asString("");
    }

    private static List<String> found(String filter) {
        var known = List.of(MAKING.value(), PLANNED.value());
        return program.get("/api/executions?limit=100&" + filter)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("executionId").asString())
                .filter(known::contains)
                .toList();
    }

    private static ExecutionStarted planned() {
        return plannedOn(PLANNED, Events.NODE);
    }

    private static ExecutionStarted plannedOn(ExecutionId id, NodeId node) {
        return new ExecutionStarted(
                id,
                "planned",
                ResourceAction.CUSTOM,
                new ResourceRef("execution", id.value()),
                Events.OWNER,
                List.of(
                        new StepPlan(
                                "restart",
                                node,
                                new ContainerRestart(OTHER, false, 1),
                                List.of(),
                                false,
                                60,
                                RetryPolicy.NONE,
                                null)),
                DUE);
    }

    private static ExecutionDescribed about(ResourceId resource) {
        var subject = new ResourceRef("application-container", resource.value());
        return new ExecutionDescribed(
                PLANNED, Map.of(), 5, List.of(new StepOptions(subject, null, List.of(), null)));
    }

    private static StepDispatched dispatched(ExecutionId id, NodeId node) {
        return new StepDispatched(
                id,
                0,
                1,
                false,
                node,
                new ResourceRef("application-container", OTHER.value()),
                new ContainerRestart(OTHER, false, 1),
                DUE,
                ExecutionOptions.USUAL_PRIORITY,
                List.of());
    }
}
