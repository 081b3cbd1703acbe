package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.StartResource;

import org.junit.jupiter.api.Test;

class StartingAResourceTest extends ResourceSpecification {

    @Test
    void a_stopped_resource_can_be_started() {
        given(stoppedResource()).when(start(THIRD)).then(startRequested(THIRD));
    }

    @Test
    void a_failed_resource_can_be_started() {
        given(created(), provisioningFailed()).when(start(THIRD)).then(startRequested(THIRD));
    }

    @Test
    void starting_a_running_resource_is_accepted_and_changes_nothing() {
        given(running()).when(start(THIRD)).thenNothing();
    }

    @Test
    void starting_twice_is_accepted_and_changes_nothing() {
        given(stoppedResource(startRequested(THIRD))).when(start(CREATION)).thenNothing();
    }

    @Test
    void the_same_start_repeated_with_the_version_it_saw_is_accepted() {
        given(stoppedResource(startRequested(THIRD)))
                .when(new StartResource(RESOURCE, THIRD, claims(), 3))
                .thenNothing();
    }

    @Test
    void a_start_that_saw_an_older_version_is_rejected() {
        given(stoppedResource())
                .when(new StartResource(RESOURCE, THIRD, claims(), 1))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_start_that_saw_this_version_is_accepted() {
        given(stoppedResource())
                .when(new StartResource(RESOURCE, THIRD, claims(), 3))
                .then(startRequested(THIRD));
    }

    @Test
    void a_resource_being_made_cannot_be_started() {
        given(created()).when(start(THIRD)).thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void a_lost_resource_cannot_be_started() {
        given(running(lost())).when(start(THIRD)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_deleted_resource_cannot_be_started() {
        given(running(deletionRequested(SECOND, false, null), deleted(SECOND)))
                .when(start(THIRD))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_resource_that_runs_unwanted_can_be_started_to_make_it_the_wish() {
        given(stoppedResource(observed(ObservedState.RUNNING)))
                .when(start(THIRD))
                .then(startRequested(THIRD));
    }

    @Test
    void a_start_that_failed_leaves_it_failed() {
        given(stoppedResource(startRequested(THIRD)))
                .when(
                        new RecordActionFailed(
                                RESOURCE, THIRD, ResourceAction.START, failure("TIMED_OUT")))
                .then(actionFailed(THIRD, ResourceAction.START));
    }

    @Test
    void a_failure_of_an_earlier_execution_changes_nothing() {
        given(stoppedResource(startRequested(THIRD)))
                .when(
                        new RecordActionFailed(
                                RESOURCE, SECOND, ResourceAction.STOP, failure("TIMED_OUT")))
                .thenNothing();
    }
}
