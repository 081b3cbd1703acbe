package dev.aiwm.command.resource;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.command.RestartResource;
import dev.aiwm.contracts.resource.command.StopResource;

import org.junit.jupiter.api.Test;

class StoppingAResourceTest extends ResourceSpecification {

    @Test
    void a_running_resource_can_be_stopped() {
        given(running()).when(stop(SECOND)).then(stopRequested(SECOND));
    }

    @Test
    void it_is_stopped_when_the_execution_succeeded() {
        given(running(stopRequested(SECOND)))
                .when(new RecordResourceStopped(RESOURCE, SECOND, 0))
                .then(stopped(SECOND));
    }

    @Test
    void a_stop_reported_twice_counts_once() {
        given(stoppedResource()).when(new RecordResourceStopped(RESOURCE, SECOND, 0)).thenNothing();
    }

    @Test
    void stopping_a_stopped_resource_is_accepted_and_changes_nothing() {
        given(stoppedResource()).when(stop(THIRD)).thenNothing();
    }

    @Test
    void stopping_twice_is_accepted_and_changes_nothing() {
        given(running(stopRequested(SECOND))).when(stop(THIRD)).thenNothing();
    }

    @Test
    void a_resource_that_ended_by_itself_can_be_stopped_to_make_it_the_wish() {
        given(running(observed(ObservedState.STOPPED)))
                .when(stop(SECOND))
                .then(stopRequested(SECOND));
    }

    @Test
    void a_stop_that_hangs_can_be_forced() {
        given(running(stopRequested(SECOND)))
                .when(stopByForce(THIRD))
                .then(stopByForceRequested(THIRD, SECOND));
    }

    @Test
    void a_start_that_hangs_can_be_stopped_by_force_only() {
        given(stoppedResource(startRequested(THIRD)))
                .when(stop(CREATION))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
        given(stoppedResource(startRequested(THIRD)))
                .when(stopByForce(CREATION))
                .then(stopByForceRequested(CREATION, THIRD));
    }

    @Test
    void a_lost_resource_can_be_stopped_by_force_only() {
        given(running(lost())).when(stop(SECOND)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
        given(running(lost())).when(stopByForce(SECOND)).then(stopByForceRequested(SECOND, null));
    }

    @Test
    void a_resource_being_made_is_deleted_and_not_stopped() {
        given(created())
                .when(stopByForce(SECOND))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void a_deletion_is_not_turned_into_a_stop() {
        given(running(deletionRequested(SECOND, false, null)))
                .when(stopByForce(THIRD))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_stop_that_saw_an_older_version_is_rejected() {
        given(running())
                .when(new StopResource(RESOURCE, SECOND, false, 30, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_running_resource_can_be_restarted() {
        given(running()).when(restart(SECOND)).then(restartRequested(SECOND));
    }

    @Test
    void restarting_twice_is_accepted_and_changes_nothing() {
        given(running(restartRequested(SECOND))).when(restart(THIRD)).thenNothing();
    }

    @Test
    void a_stopped_resource_cannot_be_restarted() {
        given(stoppedResource())
                .when(restart(THIRD))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_restart_that_saw_an_older_version_is_rejected() {
        given(running())
                .when(new RestartResource(RESOURCE, SECOND, false, 30, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_restart_that_failed_leaves_it_failed_and_startable() {
        given(running(restartRequested(SECOND), actionFailed(SECOND, ResourceAction.RESTART)))
                .when(start(THIRD))
                .then(startRequested(THIRD));
    }
}
