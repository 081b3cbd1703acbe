package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.machine;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.UpdateAndResizeResource;
import dev.aiwm.contracts.resource.command.UpdateAndStartResource;
import dev.aiwm.contracts.resource.command.UpdateAndStopResource;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;

import org.junit.jupiter.api.Test;

class ChangingAndActingAtOnceTest extends ResourceSpecification {
    private static final ResourceConfig LARGER =
            machine().resized(new ResourceSize(8.0, 16_384L, 80L));
    private static final Claims MORE = claims().withAmounts(8, 16_384, 80);
    private static final ResourceRenamed RENAMED = new ResourceRenamed(RESOURCE, "new");

    @Test
    void a_stopped_resource_is_changed_and_started() {
        given(stoppedResource())
                .when(updateAndStart(update(LARGER, ANY), THIRD))
                .then(
                        RENAMED,
                        new ResourceReconfigured(RESOURCE, LARGER, MORE, 2),
                        startRequested(THIRD));
    }

    @Test
    void a_running_resource_is_changed_and_stopped() {
        given(running())
                .when(updateAndStop(update(null, ANY), SECOND))
                .then(RENAMED, stopRequested(SECOND));
    }

    @Test
    void a_running_resource_is_changed_and_resized() {
        given(running())
                .when(updateAndResize(update(null, ANY), SECOND))
                .then(RENAMED, new ResourceResizeRequested(RESOURCE, SECOND, LARGER, MORE));
    }

    @Test
    void what_needs_no_action_is_changed_all_the_same() {
        given(running()).when(updateAndStart(update(null, ANY), SECOND)).then(RENAMED);
        given(stoppedResource()).when(updateAndStop(update(null, ANY), THIRD)).then(RENAMED);
    }

    @Test
    void what_cannot_be_started_is_not_changed_either() {
        given(running(stopRequested(SECOND)))
                .when(updateAndStart(update(null, ANY), THIRD))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
        given(
                        running(
                                new ResourcePauseRequested(RESOURCE, SECOND),
                                new ResourcePaused(RESOURCE, SECOND)))
                .when(updateAndStart(update(null, ANY), THIRD))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void what_cannot_be_stopped_is_not_changed_either() {
        given(created(), provisioningFailed())
                .when(updateAndStop(update(null, ANY), SECOND))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void what_cannot_be_resized_is_not_changed_either() {
        given(stoppedResource())
                .when(updateAndResize(update(null, ANY), THIRD))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void what_cannot_be_changed_is_not_stopped_either() {
        given(running())
                .when(updateAndStop(update(LARGER, ANY), SECOND))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void what_saw_an_older_version_does_neither() {
        given(stoppedResource())
                .when(updateAndStart(update(null, 0), THIRD))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
        given(running())
                .when(updateAndStop(update(null, 0), SECOND))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
        given(running())
                .when(updateAndResize(update(null, 0), SECOND))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void the_very_same_again_changes_nothing() {
        given(stoppedResource(startRequested(THIRD)))
                .when(updateAndStart(update(null, 0), THIRD))
                .thenNothing();
        given(running(stopRequested(SECOND)))
                .when(updateAndStop(update(null, 0), SECOND))
                .thenNothing();
        given(running(new ResourceResizeRequested(RESOURCE, SECOND, LARGER, MORE)))
                .when(updateAndResize(update(null, 0), SECOND))
                .thenNothing();
    }

    private static UpdateResource update(ResourceConfig config, long expectedSequence) {
        return new UpdateResource(
                RESOURCE, "new", null, null, false, config, MORE, null, null, expectedSequence);
    }

    private static UpdateAndStartResource updateAndStart(
            UpdateResource update, ExecutionId execution) {
        return new UpdateAndStartResource(RESOURCE, update, start(execution));
    }

    private static UpdateAndStopResource updateAndStop(
            UpdateResource update, ExecutionId execution) {
        return new UpdateAndStopResource(RESOURCE, update, stop(execution));
    }

    private static UpdateAndResizeResource updateAndResize(
            UpdateResource update, ExecutionId execution) {
        return new UpdateAndResizeResource(
                RESOURCE, update, new ResizeResource(RESOURCE, execution, LARGER, MORE, ANY));
    }
}
