package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.RecordResourceDeleted;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;

import org.junit.jupiter.api.Test;

class DeletingAResourceTest extends ResourceSpecification {

    @Test
    void a_running_resource_can_be_deleted() {
        given(running()).when(delete(SECOND, false)).then(deletionRequested(SECOND, false, null));
    }

    @Test
    void a_resource_being_made_can_be_deleted_and_the_making_is_displaced() {
        given(created(), deploying())
                .when(delete(SECOND, false))
                .then(deletionRequested(SECOND, false, CREATION));
    }

    @Test
    void a_making_that_was_displaced_no_longer_makes_it_run() {
        given(created(), deletionRequested(SECOND, false, CREATION))
                .when(new RecordResourceStarted(RESOURCE, CREATION, runtime()))
                .thenNothing();
    }

    @Test
    void a_lost_resource_can_be_deleted() {
        given(running(lost()))
                .when(delete(SECOND, false))
                .then(deletionRequested(SECOND, false, null));
    }

    @Test
    void it_is_deleted_when_the_execution_succeeded() {
        given(running(deletionRequested(SECOND, false, null)))
                .when(new RecordResourceDeleted(RESOURCE, SECOND))
                .then(deleted(SECOND));
    }

    @Test
    void deleting_twice_is_accepted_and_changes_nothing() {
        given(running(deletionRequested(SECOND, false, null)))
                .when(delete(THIRD, false))
                .thenNothing();
    }

    @Test
    void deleting_a_deleted_resource_is_accepted_and_changes_nothing() {
        given(running(deletionRequested(SECOND, false, null), deleted(SECOND)))
                .when(delete(THIRD, true))
                .thenNothing();
    }

    @Test
    void a_deletion_that_hangs_can_be_forced() {
        given(running(deletionRequested(SECOND, false, null)))
                .when(delete(THIRD, true))
                .then(deletionRequested(THIRD, true, SECOND));
    }

    @Test
    void a_deletion_that_failed_can_be_repeated() {
        given(
                        running(
                                deletionRequested(SECOND, false, null),
                                actionFailed(SECOND, ResourceAction.DELETE)))
                .when(delete(THIRD, false))
                .then(deletionRequested(THIRD, false, null));
    }

    @Test
    void a_deletion_that_saw_an_older_version_is_rejected() {
        given(running())
                .when(new DeleteResource(RESOURCE, SECOND, false, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }
}
