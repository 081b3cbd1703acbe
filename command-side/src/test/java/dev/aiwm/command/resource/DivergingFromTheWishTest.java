package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RestoreResource;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceRestorationGivenUp;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.contracts.resource.event.ResourceRestorationStarted;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceStopPolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class DivergingFromTheWishTest extends ResourceSpecification {
    private static final ExecutionId FIRST_ATTEMPT = execution(7);
    private static final ExecutionId SECOND_ATTEMPT = execution(8);

    @Test
    void what_stops_unasked_is_started_a_little_later() {
        given(running())
                .when(observe(ObservedState.STOPPED))
                .then(observed(ObservedState.STOPPED), scheduled(1, 5, "it was seen stopped"));
        given(running(observed(ObservedState.STOPPED), scheduled(1, 5, "")))
                .when(restore(1, FIRST_ATTEMPT))
                .then(
                        new ResourceRestorationStarted(RESOURCE, 1, FIRST_ATTEMPT),
                        startRequested(FIRST_ATTEMPT));
    }

    @Test
    void what_is_frozen_unasked_goes_on() {
        given(running(observed(ObservedState.PAUSED), scheduled(1, 5, "")))
                .when(restore(1, FIRST_ATTEMPT))
                .then(
                        new ResourceRestorationStarted(RESOURCE, 1, FIRST_ATTEMPT),
                        new ResourceResumeRequested(RESOURCE, FIRST_ATTEMPT));
    }

    @Test
    void what_runs_unasked_is_stopped() {
        given(stoppedResource())
                .when(observe(ObservedState.RUNNING))
                .then(observed(ObservedState.RUNNING), scheduled(1, 5, "it was seen running"));
        given(stoppedResource(observed(ObservedState.RUNNING), scheduled(1, 5, "")))
                .when(restore(1, FIRST_ATTEMPT))
                .then(
                        new ResourceRestorationStarted(RESOURCE, 1, FIRST_ATTEMPT),
                        new ResourceStopRequested(RESOURCE, FIRST_ATTEMPT, false, 10, null));
    }

    @Test
    void an_attempt_does_not_begin_twice() {
        given(begun(1, FIRST_ATTEMPT)).when(restore(1, SECOND_ATTEMPT)).thenNothing();
    }

    @Test
    void what_came_back_by_itself_is_left_alone() {
        given(
                        running(
                                observed(ObservedState.STOPPED),
                                scheduled(1, 5, ""),
                                observed(ObservedState.RUNNING)))
                .when(restore(1, FIRST_ATTEMPT))
                .thenNothing();
    }

    @Test
    void something_else_that_is_seen_meanwhile_does_not_put_it_off() {
        later(Duration.ofSeconds(2));
        given(running(observed(ObservedState.STOPPED), scheduled(1, 5, "")))
                .when(observe(ObservedState.ABSENT))
                .then(observed(ObservedState.ABSENT), scheduled(1, 5, "it was seen absent"));
    }

    @Test
    void whoever_asks_for_something_else_ends_it() {
        given(
                        running(
                                observed(ObservedState.STOPPED),
                                scheduled(1, 5, ""),
                                stopRequested(SECOND),
                                stopped(SECOND)))
                .when(restore(1, FIRST_ATTEMPT))
                .thenNothing();
    }

    @Test
    void an_attempt_that_fails_is_followed_by_a_later_one() {
        given(begun(1, FIRST_ATTEMPT))
                .when(failedToStart(FIRST_ATTEMPT))
                .then(
                        actionFailed(FIRST_ATTEMPT, ResourceAction.START),
                        scheduled(2, 15, "attempt 1 failed"));
    }

    @Test
    void what_stops_again_soon_waits_longer_and_is_given_up_in_the_end() {
        given(restored(1, FIRST_ATTEMPT))
                .when(observe(ObservedState.FAILED))
                .then(observed(ObservedState.FAILED), scheduled(2, 15, "it was seen failed"));
        given(restored(3, FIRST_ATTEMPT))
                .when(observe(ObservedState.FAILED))
                .then(observed(ObservedState.FAILED), new ResourceRestorationGivenUp(RESOURCE, 3));
    }

    @Test
    void what_was_given_up_stays_as_it_is_whatever_becomes_of_its_node() {
        given(
                        running(
                                observed(ObservedState.FAILED),
                                new ResourceRestorationGivenUp(RESOURCE, 3),
                                lost()))
                .when(observe(ObservedState.ABSENT))
                .then(observed(ObservedState.ABSENT));
    }

    @Test
    void what_ran_long_enough_is_as_good_as_new() {
        later(Duration.ofDays(4000));
        given(restored(3, FIRST_ATTEMPT))
                .when(observe(ObservedState.FAILED))
                .then(
                        observed(ObservedState.FAILED),
                        new ResourceRestorationScheduled(
                                RESOURCE,
                                1,
                                NOW.plus(Duration.ofDays(4000)).plusSeconds(5),
                                "it was seen failed"));
    }

    @Test
    void a_request_that_failed_was_told_and_is_not_repeated() {
        given(stoppedResource(startRequested(THIRD)))
                .when(failedToStart(THIRD))
                .then(actionFailed(THIRD, ResourceAction.START));
        given(created(), provisioningFailed())
                .when(observe(ObservedState.ABSENT))
                .then(observed(ObservedState.ABSENT));
    }

    @Test
    void a_resource_that_stopped_while_its_node_was_away_is_restored() {
        given(running(lost()))
                .when(observe(ObservedState.STOPPED))
                .then(observed(ObservedState.STOPPED), scheduled(1, 5, "it was seen stopped"));
    }

    @Test
    void what_was_seen_becomes_the_wish_where_that_was_chosen() {
        given(running(accepting()))
                .when(observe(ObservedState.STOPPED))
                .then(
                        observed(ObservedState.STOPPED),
                        new ResourceDivergenceAccepted(
                                RESOURCE, WantedState.STOPPED, "it was seen stopped"));
    }

    @Test
    void what_runs_without_its_claims_is_never_accepted() {
        given(
                        stoppedResource(
                                accepting(),
                                new ResourceStopPolicyChosen(RESOURCE, ComputeWhenStopped.RELEASE)))
                .when(observe(ObservedState.RUNNING))
                .then(observed(ObservedState.RUNNING));
    }

    private static ResourceEvent[] begun(int attempt, ExecutionId execution) {
        return running(
                observed(ObservedState.STOPPED),
                scheduled(attempt, 5, ""),
                new ResourceRestorationStarted(RESOURCE, attempt, execution),
                startRequested(execution));
    }

    private static ResourceEvent[] restored(int attempt, ExecutionId execution) {
        var events = new ArrayList<ResourceEvent>(List.of(begun(attempt, execution)));
        events.add(started(execution));
        return events.toArray(ResourceEvent[]::new);
    }

    private static ResourceRestorationScheduled scheduled(
            int attempt, int inSeconds, String reason) {
        return new ResourceRestorationScheduled(
                RESOURCE, attempt, NOW.plusSeconds(inSeconds), reason);
    }

    private static ResourceDivergencePolicyChosen accepting() {
        return new ResourceDivergencePolicyChosen(RESOURCE, OnDivergence.ACCEPT);
    }

    private static RestoreResource restore(int attempt, ExecutionId execution) {
        return new RestoreResource(RESOURCE, attempt, execution);
    }

    private static RecordActionFailed failedToStart(ExecutionId execution) {
        return new RecordActionFailed(
                RESOURCE,
                execution,
                ResourceAction.START,
                actionFailed(execution, ResourceAction.START).failure());
    }
}
