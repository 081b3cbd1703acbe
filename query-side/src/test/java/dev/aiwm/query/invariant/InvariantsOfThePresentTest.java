package dev.aiwm.query.invariant;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.reserved;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionPaused;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.query.Events;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Each test plants what no healthy system has, sees it named, and puts it right. */
class InvariantsOfThePresentTest {
    private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final NodeId NODE = Events.NODE;
    private static final Failure GIVEN_UP = new Failure("GIVEN_UP", "by the test", LONG_AGO);

    @TempDir static Path data;
    private static Program program;
    private static String admin;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
        program.happened(NODE, enrolled(NODE), connected(NODE));
        var healthy = ResourceId.random();
        hold(healthy);
        program.happened(healthy, created(healthy, "healthy"), started(healthy));
        var execution = ExecutionId.random();
        program.happened(execution, begun(execution, LATER), dispatched(execution, LATER));
        var paused = ExecutionId.random();
        program.happened(paused, begun(paused, LATER), new ExecutionPaused(paused, "wait"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_healthy_system_has_none_and_says_what_was_looked_at() {
        program.settled();
        var answer = program.getAs(admin, "/api/admin/invariants?for=0s").body();
        assertThat(answer.get("violations")).isEmpty();
        assertThat(answer.get("hold").asBoolean()).isTrue();
        assertThat(answer.get("executions").asInt()).isEqualTo(2);
        assertThat(answer.get("claims").asInt()).isPositive();
        assertThat(answer.get("resources").asInt()).isPositive();
    }

    @Test
    void only_administrators_may_ask() {
        assertThat(program.get("/api/admin/invariants").status()).isEqualTo(403);
        assertThat(program.getAs(admin, "/api/admin/invariants?for=long").status()).isEqualTo(400);
    }

    @Test
    void what_has_only_just_come_to_be_so_is_not_told() {
        var id = ExecutionId.random();
        program.happened(id, begun(id, LATER));
        program.settled();
        assertThat(program.getAs(admin, "/api/admin/invariants").body().get("violations"))
                .isEmpty();
        end(id);
    }

    @Test
    void an_execution_that_nothing_carries_on() {
        var id = ExecutionId.random();
        program.happened(id, begun(id, LATER));
        theOnlyViolation("execution-goes-on", id.value());

        program.happened(id, dispatched(id, LATER));
        none();
        program.happened(id, new StepSucceeded(id, 0, 1, StepResult.EMPTY));
        theOnlyViolation("execution-goes-on", id.value());
        end(id);
    }

    @Test
    void a_deadline_that_nobody_met() {
        var id = ExecutionId.random();
        program.happened(id, begun(id, LATER), dispatched(id, LONG_AGO));
        theOnlyViolation("deadline-is-met", id.value());
        end(id);
        var other = ExecutionId.random();
        program.happened(other, begun(other, LONG_AGO), dispatched(other, LATER));
        theOnlyViolation("deadline-is-met", other.value());
        end(other);
    }

    @Test
    void a_claim_of_what_does_not_exist() {
        var id = ResourceId.random();
        hold(id);
        theOnlyViolation("claim-has-owner", id.value());
        release(id);
    }

    @Test
    void a_reservation_that_does_not_end() {
        var id = ResourceId.random();
        program.happened(NODE, new CapacityReserved(NODE, id, "res", Events.claims(), LONG_AGO));
        theOnlyViolation("reservation-ends", id.value());
        release(id);
    }

    @Test
    void a_resource_that_runs_on_nothing() {
        var id = ResourceId.random();
        program.happened(id, created(id, "free"), started(id));
        theOnlyViolation("resource-has-claim", id.value());
        hold(id);
        none();
    }

    @Test
    void an_operation_without_an_execution() {
        var id = ResourceId.random();
        ResourceCreated created = created(id, "waiting");
        hold(id);
        program.happened(id, created, deploying(id));
        theOnlyViolation("operation-has-execution", id.value());

        var execution = created.executionId();
        program.happened(execution, Events.execution(execution, id), dispatched(execution, LATER));
        none();
        program.happened(execution, failed(execution));
        theOnlyViolation("operation-has-execution", id.value());
        program.happened(id, started(id));
        none();
    }

    private static void theOnlyViolation(String rule, String id) {
        program.settled();
        var answer = program.getAs(admin, "/api/admin/invariants?for=0s").body();
        assertThat(answer.get("hold").asBoolean()).isFalse();
        assertThat(answer.get("violations")).as("%s", answer).hasSize(1);
        var violation = answer.get("violations").get(0);
        assertThat(violation.get("rule").asString()).isEqualTo(rule);
        assertThat(violation.get("id").asString()).isEqualTo(id);
        assertThat(violation.get("explanation").asString()).isNotBlank();
    }

    private static void none() {
        program.settled();
        assertThat(program.getAs(admin, "/api/admin/invariants?for=0s").body().get("violations"))
                .isEmpty();
    }

    private static void hold(ResourceId id) {
        program.happened(NODE, reserved(NODE, id), new ReservationConfirmed(NODE, id));
    }

    private static void release(ResourceId id) {
        program.happened(NODE, new CapacityReleased(NODE, id, "put right"));
        none();
    }

    private static void end(ExecutionId id) {
        program.happened(id, failed(id));
        none();
    }

    private static ExecutionFailed failed(ExecutionId id) {
        return new ExecutionFailed(
                id, ResourceAction.CUSTOM, new ResourceRef("execution", id.value()), GIVEN_UP);
    }

    private static ExecutionStarted begun(ExecutionId id, Instant deadline) {
        return new ExecutionStarted(
                id,
                "planned",
                ResourceAction.CUSTOM,
                new ResourceRef("execution", id.value()),
                Events.OWNER,
                List.of(
                        new StepPlan(
                                "start",
                                NODE,
                                new ContainerStart(ResourceId.random()),
                                List.of(),
                                false,
                                60,
                                RetryPolicy.NONE,
                                null)),
                deadline);
    }

    private static StepDispatched dispatched(ExecutionId id, Instant dueAt) {
        return new StepDispatched(
                id,
                0,
                1,
                false,
                NODE,
                new ResourceRef("execution", id.value()),
                new ContainerStart(ResourceId.random()),
                dueAt,
                ExecutionOptions.USUAL_PRIORITY,
                List.of());
    }
}
