package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.PauseResource;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordResourcePaused;
import dev.aiwm.contracts.resource.command.RecordResourceResumed;
import dev.aiwm.contracts.resource.command.ResumeResource;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceResumed;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PausingAResourceTest extends ResourceSpecification {

    @Test
    void a_running_resource_can_be_paused() {
        given(running()).when(pause(SECOND)).then(pauseRequested(SECOND));
    }

    @Test
    void it_is_paused_when_the_execution_succeeded() {
        given(running(pauseRequested(SECOND)))
                .when(new RecordResourcePaused(RESOURCE, SECOND))
                .then(paused());
    }

    @Test
    void a_pause_reported_twice_counts_once() {
        given(pausedResource()).when(new RecordResourcePaused(RESOURCE, SECOND)).thenNothing();
    }

    @Test
    void pausing_again_is_accepted_and_changes_nothing() {
        given(pausedResource()).when(pause(THIRD)).thenNothing();
        given(running(pauseRequested(SECOND))).when(pause(THIRD)).thenNothing();
        given(running(pauseRequested(SECOND))).when(pause(SECOND)).thenNothing();
    }

    @Test
    void what_rests_or_is_busy_is_not_paused() {
        given(stoppedResource()).when(pause(THIRD)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
        given(running(restartRequested(SECOND)))
                .when(pause(THIRD))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused() {
        given(running())
                .when(new PauseResource(RESOURCE, SECOND, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
        given(pausedResource())
                .when(new ResumeResource(RESOURCE, THIRD, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_paused_resource_goes_on_and_can_be_paused_again() {
        given(pausedResource()).when(resume(THIRD)).then(resumeRequested(THIRD));
        given(pausedResource(resumeRequested(THIRD)))
                .when(new RecordResourceResumed(RESOURCE, THIRD, runtime()))
                .then(resumed(THIRD));
        given(pausedResource(resumeRequested(THIRD), resumed(THIRD)))
                .when(pause(SECOND))
                .then(pauseRequested(SECOND));
    }

    @Test
    void resuming_what_runs_is_accepted_and_changes_nothing() {
        given(running()).when(resume(SECOND)).thenNothing();
        given(pausedResource(resumeRequested(THIRD))).when(resume(SECOND)).thenNothing();
    }

    @Test
    void only_what_is_paused_is_resumed() {
        given(stoppedResource()).when(resume(THIRD)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_paused_resource_can_be_stopped_and_is_not_started() {
        given(pausedResource()).when(stop(THIRD)).then(stopRequested(THIRD));
        given(pausedResource()).when(start(THIRD)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_pause_that_fails_leaves_it_running() {
        given(running(pauseRequested(SECOND)))
                .when(
                        new RecordActionFailed(
                                RESOURCE,
                                SECOND,
                                ResourceAction.PAUSE,
                                actionFailed(SECOND, ResourceAction.PAUSE).failure()))
                .then(actionFailed(SECOND, ResourceAction.PAUSE));
        given(running(pauseRequested(SECOND), actionFailed(SECOND, ResourceAction.PAUSE)))
                .when(restart(THIRD))
                .then(restartRequested(THIRD));
    }

    @Test
    void what_was_paused_behind_our_back_can_be_resumed() {
        given(running(pauseRequested(SECOND), new ResourcePaused(RESOURCE, SECOND), lost()))
                .when(observe(ObservedState.PAUSED))
                .then(observed(ObservedState.PAUSED));
        given(running(observed(ObservedState.PAUSED)))
                .when(resume(SECOND))
                .then(resumeRequested(SECOND));
    }

    @Test
    void what_is_seen_of_a_paused_resource_is_no_news() {
        given(pausedResource()).when(observe(ObservedState.PAUSED)).thenNothing();
    }

    @Test
    void force_displaces_a_pause_under_way() {
        given(running(pauseRequested(SECOND)))
                .when(stopByForce(THIRD))
                .then(stopByForceRequested(THIRD, SECOND));
    }

    private static PauseResource pause(ExecutionId execution) {
        return new PauseResource(RESOURCE, execution, ANY);
    }

    private static ResumeResource resume(ExecutionId execution) {
        return new ResumeResource(RESOURCE, execution, ANY);
    }

    private static ResourcePauseRequested pauseRequested(ExecutionId execution) {
        return new ResourcePauseRequested(RESOURCE, execution);
    }

    private static ResourceResumeRequested resumeRequested(ExecutionId execution) {
        return new ResourceResumeRequested(RESOURCE, execution);
    }

    private static ResourcePaused paused() {
        return new ResourcePaused(RESOURCE, SECOND);
    }

    private static ResourceResumed resumed(ExecutionId execution) {
        return new ResourceResumed(RESOURCE, execution, runtime());
    }

    private static ResourceEvent[] pausedResource(ResourceEvent... more) {
        var events = new ArrayList<ResourceEvent>();
        events.add(pauseRequested(SECOND));
        events.add(paused());
        events.addAll(List.of(more));
        return running(events.toArray(ResourceEvent[]::new));
    }
}
