package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.command.RestartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whoever waits hears of an end long before time is up, whosever operation it was. */
class WaitingForAnEndTest extends RestTest {
    private static final Prefer PATIENT = new Prefer(Duration.ofMinutes(10));

    @Test
    void who_joins_an_operation_hears_of_its_end() {
        ResourceState running = running("joined");
        ExecutionId first = ExecutionId.random();
        send(stop(running, first, false));
        var joined =
                act(ResourceAction.STOP, () -> send(stop(running, ExecutionId.random(), false)));

        send(new RecordResourceStopped(running.resourceId(), first, 0));

        var answer = answered(joined);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(told(answer).success()).isTrue();
        assertThat(told(answer).status()).isEqualTo(ResourceStatus.STOPPED);
        assertThat(told(answer).executionId()).isEqualTo(first.value());
    }

    @Test
    void an_end_before_the_waiting_began_is_not_missed() {
        ResourceState running = running("quick");
        var waiting =
                act(
                        ResourceAction.STOP,
                        () -> {
                            var execution = ExecutionId.random();
                            ResourceState stopping = send(stop(running, execution, false));
                            send(new RecordResourceStopped(running.resourceId(), execution, 0));
                            return stopping;
                        });

        assertThat(told(answered(waiting)).success()).isTrue();
    }

    @Test
    void a_restart_that_is_given_up_for_a_forced_stop_is_answered_at_once() {
        ResourceState running = running("forced");
        var waiting = act(ResourceAction.RESTART, () -> send(restart(running)));
        ExecutionId second = ExecutionId.random();

        send(stop(running, second, true));

        var answer = answered(waiting);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getLocation()).isEqualTo(Answers.execution(second));
        assertThat(told(answer).success()).isFalse();
        assertThat(told(answer).message()).isEqualTo("Container restart was overtaken by stop");
        assertThat(told(answer).status()).isEqualTo(ResourceStatus.STOPPING);
    }

    @Test
    void a_stop_that_goes_on_by_force_is_answered_at_once() {
        ResourceState running = running("by-force");
        var waiting =
                act(ResourceAction.STOP, () -> send(stop(running, ExecutionId.random(), false)));
        ExecutionId second = ExecutionId.random();

        send(stop(running, second, true));

        var answer = answered(waiting);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(told(answer).success()).isTrue();
        assertThat(told(answer).executionId()).isEqualTo(second.value());
    }

    @Test
    void a_stop_that_is_given_up_for_a_deletion_is_answered_at_once() {
        ResourceState running = running("deleted");
        var waiting =
                act(ResourceAction.STOP, () -> send(stop(running, ExecutionId.random(), false)));

        send(new DeleteResource(running.resourceId(), ExecutionId.random(), false, IfMatch.ANY));

        var answer = answered(waiting);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(told(answer).message()).isEqualTo("Container stop was overtaken by delete");
    }

    @Test
    void a_patch_that_joins_what_is_under_way_is_answered_at_its_end() {
        String id = running("auto-patched").resourceId().value();
        rest.post("/api/resources/" + id + "/stop", "{}").expect(202);

        var answer =
                rest.patch(
                                "/api/resources/" + id,
                                "{\"name\":\"auto-renamed\",\"status\":\"stopped\"}",
                                "Prefer",
                                "wait=50")
                        .expect(200);

        assertThat(answer.at("/status")).isEqualTo("stopped");
    }

    private static StopResource stop(ResourceState state, ExecutionId execution, boolean force) {
        return new StopResource(state.resourceId(), execution, force, 10, IfMatch.ANY);
    }

    private static RestartResource restart(ResourceState state) {
        return new RestartResource(
                state.resourceId(), ExecutionId.random(), false, 10, IfMatch.ANY);
    }

    private static ResourceState running(String name) {
        String id = rest.post("/api/resources", Rest.container(name, "")).expect(201).at("/_id");
        ResourceState queued =
                rest.bean(KnownResources.class).find(ResourceId.of(id)).orElseThrow();
        var runtime = new Runtime("rt-1", "10.0.0.1:80", List.of(), 1, 512, Instant.EPOCH);
        return send(new RecordResourceStarted(queued.resourceId(), queued.executionId(), runtime));
    }

    private static ResourceState send(Object command) {
        return rest.bean(Commands.class).send(command);
    }

    private static CompletableFuture<Object> act(
            ResourceAction action, Supplier<ResourceState> wish) {
        var answer = new CompletableFuture<Object>();
        var deferred = (DeferredResult<?>) rest.bean(Acting.class).act(action, PATIENT, wish);
        deferred.setResultHandler(answer::complete);
        return answer;
    }

    private static ResponseEntity<?> answered(CompletableFuture<Object> answer) {
        return (ResponseEntity<?>) answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static ActionAnswer told(ResponseEntity<?> answer) {
        return (ActionAnswer) answer.getBody();
    }
}
