package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordResourcePaused;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/** A patch of several things, while nobody does anything but the test. */
class ChangingAllOrNothingTest extends RestTest {

    @Test
    void a_size_and_a_stop_are_two_requests() {
        ResourceState before = running("sized");

        var refused =
                patch(
                                before,
                                "{\"name\":\"x\",\"config\":{\"ramLimit\":1024},\"status\":\"stopped\"}")
                        .expect(400);

        assertThat(refused.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/status");
        assertThat(refused.at("/errors/0/message"))
                .contains("stop", "resize", "one after the other");
        assertThat(now(before)).isEqualTo(before);
    }

    @Test
    void a_size_and_a_start_of_what_is_paused_are_two_requests() {
        ResourceState before = paused("frozen");

        patch(before, "{\"config\":{\"ramLimit\":1024},\"status\":\"running\"}").expect(400);

        assertThat(now(before)).isEqualTo(before);
    }

    @Test
    void what_runs_is_resized_and_renamed_by_a_request_that_wants_it_running() {
        ResourceState before = running("grows");

        patch(before, "{\"name\":\"grown\",\"config\":{\"ramLimit\":1024},\"status\":\"running\"}")
                .expect(202);

        assertThat(now(before).name()).isEqualTo("grown");
        assertThat(now(before).operation().action()).isEqualTo(ResourceAction.RESIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"status\":\"running\"}",
                "{\"labels\":{\"a\":\"b\"},\"status\":\"running\"}",
                "{\"computeWhenStopped\":\"release\",\"status\":\"running\"}",
                "{\"onDivergence\":\"accept\",\"status\":\"running\"}"
            })
    void what_is_stopping_is_not_changed_by_a_request_to_start_it(String patch) {
        ResourceState running = running("stopping");
        rest.post(path(running) + "/stop", "{}").expect(202);
        ResourceState before = now(running);

        assertThat(patch(before, patch).expect(409).at("/code")).isEqualTo("OPERATION_IN_PROGRESS");

        assertThat(now(before)).isEqualTo(before);
    }

    @Test
    void what_is_paused_is_not_changed_by_a_request_to_start_it() {
        ResourceState before = paused("paused");

        var refused = patch(before, "{\"name\":\"x\",\"status\":\"running\"}").expect(409);

        assertThat(refused.at("/code")).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(now(before)).isEqualTo(before);
    }

    @Test
    void what_has_failed_is_not_configured_by_a_request_to_stop_it() {
        ResourceState before = failed("failed");
        int claimed = claimedRam(before);

        patch(before, "{\"config\":{\"ramLimit\":4096},\"status\":\"stopped\"}").expect(409);

        assertThat(now(before)).isEqualTo(before);
        assertThat(claimedRam(before)).isEqualTo(claimed);
    }

    @Test
    void what_has_failed_is_configured_and_started_by_one_request() {
        ResourceState before = failed("again");
        int claimed = claimedRam(before);

        patch(before, "{\"name\":\"better\",\"config\":{\"ramLimit\":4096},\"status\":\"running\"}")
                .expect(202);

        assertThat(now(before).name()).isEqualTo("better");
        assertThat(now(before).claims().ramMB()).isEqualTo(4096);
        assertThat(now(before).operation().action()).isEqualTo(ResourceAction.START);
        assertThat(claimedRam(before)).isEqualTo(claimed + 4096 - 512);
    }

    private static ResourceState running(String name) {
        ResourceState queued = created(name);
        var runtime = new Runtime("rt-1", "10.0.0.1:80", List.of(), 1, 512, Instant.EPOCH);
        return send(
                new RecordResourceStarted(
                        queued.resourceId(), queued.operation().executionId(), runtime));
    }

    private static ResourceState created(String name) {
        String body = Rest.container(name, ", \"ramLimit\": 512");
        return state(rest.post("/api/resources", body).expect(201).at("/_id"));
    }

    private static ResourceState paused(String name) {
        ResourceState running = running(name);
        rest.post(path(running) + "/pause", "{}").expect(202);
        var execution = now(running).operation().executionId();
        return send(new RecordResourcePaused(running.resourceId(), execution));
    }

    private static ResourceState failed(String name) {
        ResourceState running = running(name);
        rest.post(path(running) + "/restart", "{}").expect(202);
        return send(
                new RecordActionFailed(
                        running.resourceId(),
                        now(running).operation().executionId(),
                        ResourceAction.RESTART,
                        new Failure("ENGINE_FAILED", "it did not work", Instant.EPOCH)));
    }

    private static ResourceState send(Object command) {
        return rest.bean(Commands.class).send(command);
    }

    private static ResourceState now(ResourceState before) {
        return state(before.resourceId().value());
    }

    private static ResourceState state(String id) {
        return rest.bean(KnownResources.class).find(ResourceId.of(id)).orElseThrow();
    }

    private static String path(ResourceState state) {
        return "/api/resources/" + state.resourceId().value();
    }

    private static Rest.Answer patch(ResourceState state, String patch) {
        return rest.patch(path(state), patch);
    }

    private static int claimedRam(ResourceState state) {
        return rest.patch("/api/nodes/" + state.nodeId().value(), "{\"description\":\"x\"}")
                .expect(200)
                .json()
                .at("/capacity/ramClaimedMB")
                .asInt();
    }
}
