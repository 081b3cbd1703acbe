package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.container;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.contracts.resource.command.RecordResourceResized;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import org.junit.jupiter.api.Test;

import java.util.List;

class ResizingAResourceTest extends ResourceSpecification {
    private static final ResourceConfig LARGER = sized(8, 16_384, 80);
    private static final Claims MORE = claims().withAmounts(8, 16_384, 80);

    @Test
    void a_running_resource_can_be_resized() {
        given(running()).when(resize(SECOND, LARGER)).then(requested(SECOND));
    }

    @Test
    void it_has_its_size_when_the_execution_succeeded() {
        given(running(requested(SECOND)))
                .when(new RecordResourceResized(RESOURCE, SECOND, List.of(SizePart.RAM), runtime()))
                .then(resized(SECOND));
    }

    @Test
    void a_resize_reported_twice_counts_once() {
        given(running(requested(SECOND), resized(SECOND)))
                .when(new RecordResourceResized(RESOURCE, SECOND, List.of(), runtime()))
                .thenNothing();
    }

    @Test
    void the_size_that_it_has_or_is_getting_changes_nothing() {
        given(running()).when(resize(SECOND, machine())).thenNothing();
        given(running(requested(SECOND))).when(resize(THIRD, LARGER)).thenNothing();
        given(running(requested(SECOND), resized(SECOND)))
                .when(resize(THIRD, LARGER))
                .thenNothing();
    }

    @Test
    void a_resize_that_fails_leaves_it_running_in_its_old_size() {
        given(running(requested(SECOND), actionFailed(SECOND, ResourceAction.RESIZE)))
                .when(resize(THIRD, LARGER))
                .then(requested(THIRD));
    }

    @Test
    void while_another_is_under_way_it_is_refused() {
        given(running(requested(SECOND)))
                .when(resize(THIRD, sized(2, 4_096, 40)))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void only_the_size_of_what_runs_can_be_changed() {
        given(running())
                .when(resize(SECOND, container()))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
        given(stoppedResource())
                .when(resize(THIRD, LARGER))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_disk_never_shrinks_not_even_at_rest() {
        var smaller = sized(4, 8_192, 20);
        given(running())
                .when(resize(SECOND, smaller))
                .thenRejected(RejectionCode.DISK_CANNOT_SHRINK);
        given(stoppedResource())
                .when(update(smaller))
                .thenRejected(RejectionCode.DISK_CANNOT_SHRINK);
    }

    @Test
    void a_disk_does_not_grow_under_a_snapshot_but_all_else_may() {
        var snapshot =
                running(
                        SnapshottingAResourceTest.requested(SECOND),
                        new SnapshotTaken(RESOURCE, SECOND, SnapshottingAResourceTest.FACTS));
        given(snapshot).when(resize(THIRD, LARGER)).thenRejected(RejectionCode.SNAPSHOT_IN_THE_WAY);
        var sameDisk = sized(8, 16_384, 40);
        given(snapshot)
                .when(resize(THIRD, sameDisk))
                .then(new ResourceResizeRequested(RESOURCE, THIRD, sameDisk, MORE));
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused() {
        given(running())
                .when(new ResizeResource(RESOURCE, SECOND, LARGER, MORE, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    private static ResourceConfig sized(double cpuCores, long ramMB, long diskGB) {
        return machine().resized(new ResourceSize(cpuCores, ramMB, diskGB));
    }

    private static ResizeResource resize(ExecutionId execution, ResourceConfig config) {
        return new ResizeResource(RESOURCE, execution, config, MORE, ANY);
    }

    private static UpdateResource update(ResourceConfig config) {
        return new UpdateResource(RESOURCE, null, null, null, false, config, null, null, null, ANY);
    }

    private static ResourceResizeRequested requested(ExecutionId execution) {
        return new ResourceResizeRequested(RESOURCE, execution, LARGER, MORE);
    }

    private static ResourceResized resized(ExecutionId execution) {
        return new ResourceResized(
                RESOURCE, execution, LARGER, MORE, List.of(SizePart.RAM), runtime());
    }
}
