package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;

class ExecutionsOverRestTest extends PlanTest {
    private static final Caller STRANGER = new Caller("u9", "o9", Set.of());
    private static final Caller OPERATOR = new Caller("u2", "o1", Set.of("operator"));
    private static final Caller USER = new Caller("u3", "o1", Set.of());

    @Test
    void steps_of_ones_own_choice_are_carried_out_in_their_order() {
        var made = rest.post(PATH, plan(pull(), stop(", \"dependsOn\": [0]"))).expect(201);

        String id = made.at("/executionId");
        assertThat(made.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(made.header("ETag")).isNotNull();
        assertThat(made.at("/action")).isEqualTo("custom");
        assertThat(made.at("/labels/team")).isEqualTo("ml");
        assertThat(made.at("/owner/orgId")).isEqualTo("o1");
        assertThat(made.at("/steps/0/status")).isEqualTo("dispatched");
        assertThat(made.at("/steps/0/resourceId")).isEqualTo(resource);
        assertThat(made.at("/steps/1/dependsOn/0")).isEqualTo("pull");
        assertThat(made.at("/steps/1/waitingFor")).isEqualTo("dependencies");
        succeed(id, 0);
        succeed(id, 1);
        var ended = rest.post(PATH + "/" + id + "/pause", "{}").expect(409);
        assertThat(ended.at("/code")).isEqualTo("EXECUTION_ENDED");
        assertThat(ended.at("/currentState")).isEqualTo("succeeded");
    }

    @Test
    void a_password_goes_into_the_vault_and_nowhere_else() {
        var made = rest.post(PATH, plan(pull())).expect(201);

        assertThat(made.body()).doesNotContain(PASSWORD);
        var events = rest.bean(EventLog.class).readAggregate(made.at("/executionId"));
        assertThat(events).isNotEmpty();
        assertThat(events.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void a_request_that_is_sent_again_makes_one_execution() {
        var first = rest.post(PATH, plan(pull()), "Idempotency-Key", "once").expect(201);
        var second = rest.post(PATH, plan(pull()), "Idempotency-Key", "once").expect(201);

        assertThat(second.at("/executionId")).isEqualTo(first.at("/executionId"));
    }

    @Test
    void a_node_is_asked_how_it_is_by_administrators_alone() {
        String check = "{\"nodeId\": \"" + node + "\", \"action\": \"system.healthCheck\"}";

        assertThat(rest.post(PATH, plan(check)).expect(201).at("/steps/0/resourceId"))
                .isEqualTo(node);
        var refused = rest.as(USER, "POST", PATH, plan(check)).expect(422);
        assertThat(refused.at("/errors/0/code")).isEqualTo("FORBIDDEN");
    }

    @Test
    void it_is_paused_resumed_and_amended() {
        var made = rest.post(PATH, plan(pull(), stop(", \"dependsOn\": [\"pull\"]"))).expect(201);
        String path = PATH + "/" + made.at("/executionId");

        var paused = rest.post(path + "/pause", "{\"reason\": \"lunch\"}").expect(200);
        assertThat(paused.at("/pauseReason")).isEqualTo("lunch");
        succeed(made.at("/executionId"), 0);
        var patched =
                rest.patch(path, "{\"labels\": {\"team\": null, \"a\": \"b\"}, \"priority\": 9}")
                        .expect(200);
        assertThat(patched.json().path("labels").toString()).isEqualTo("{\"a\":\"b\"}");
        assertThat(patched.at("/priority")).isEqualTo("9");
        assertThat(patched.at("/steps/1/waitingFor")).isEqualTo("resume");
        rest.patch(path, "{\"priority\": 3}", "If-Match", made.header("ETag")).expect(412);
        rest.patch(path, "{\"timeoutAt\": \"2020-01-01T00:00:00Z\"}").expect(422);
        var resumed = rest.post(path + "/resume", "{}").expect(200);
        assertThat(resumed.at("/steps/1/status")).isEqualTo("dispatched");
    }

    @Test
    void cancelling_lets_what_is_in_flight_finish_unless_it_is_forced() {
        var made = rest.post(PATH, plan(pull(), stop(", \"dependsOn\": [\"pull\"]"))).expect(201);
        String path = PATH + "/" + made.at("/executionId");

        var asked = rest.delete(path).expect(202);
        assertThat(asked.at("/steps/0/status")).isEqualTo("dispatched");
        assertThat(asked.at("/steps/1/status")).isEqualTo("skipped");
        assertThat(asked.at("/cancelForcedAt")).isNotEmpty();
        var forced = rest.delete(path + "?force=true").expect(200);
        assertThat(forced.at("/status")).isEqualTo("cancelled");
    }

    @Test
    void what_failed_is_done_again_and_an_operator_decides_what_nobody_knows() {
        var made = rest.post(PATH, plan(stop(", \"retry\": {\"max\": 0}"))).expect(201);
        String id = made.at("/executionId");
        fail(id);

        var again = rest.post(PATH + "/" + id + "/retry", "{\"fromStep\": \"0\"}").expect(202);
        assertThat(again.at("/round")).isEqualTo("2");
        assertThat(again.at("/steps/0/attempt")).isEqualTo("2");
        String decision = "{\"step\": \"0\", \"outcome\": \"succeeded\", \"reason\": \"I saw it\"}";
        rest.as(USER, "POST", PATH + "/" + id + "/recover", decision).expect(403);
        var decided = rest.as(OPERATOR, "POST", PATH + "/" + id + "/recover", decision).expect(200);
        assertThat(decided.at("/status")).isEqualTo("succeeded");
        assertThat(decided.at("/steps/0/recovered")).isEqualTo("I saw it");
    }

    @Test
    void the_operation_of_a_resource_is_not_done_again_here_and_strangers_see_nothing() {
        var made = rest.post("/api/resources", Rest.container("queued-x", "")).expect(201);
        String path = PATH + "/" + made.at("/executionId");
        await().until(() -> rest.delete(path + "?force=true").status() != 404);
        await().until(() -> rest.post(path + "/pause", "{}").status() == 409);

        assertThat(rest.post(path + "/retry", "{}").expect(409).at("/code"))
                .isEqualTo("BELONGS_TO_RESOURCE");
        for (String verb : new String[] {"retry", "pause", "resume"}) {
            rest.as(STRANGER, "POST", path + "/" + verb, "{}").expect(404);
        }
    }

    private static void succeed(String execution, int step) {
        rest.bean(Commands.class)
                .send(
                        new RecordStepSucceeded(
                                ExecutionId.of(execution),
                                NodeId.of(node),
                                step,
                                1,
                                false,
                                StepResult.EMPTY));
    }

    private static void fail(String execution) {
        rest.bean(Commands.class)
                .send(
                        new RecordStepFailed(
                                ExecutionId.of(execution),
                                NodeId.of(node),
                                0,
                                1,
                                false,
                                new Failure("WORN", "it is worn", Instant.EPOCH),
                                true));
    }
}
