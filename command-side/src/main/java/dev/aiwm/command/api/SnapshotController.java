package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** Wishes about the snapshots of a virtual machine (R033, R035, R036). */
@RestController
@RequestMapping("/api/resources/{id}/snapshots")
@Tag(name = "Snapshots")
class SnapshotController {
    private final Snapshots snapshots;
    private final Acting acting;
    private final Clock clock;

    SnapshotController(Snapshots snapshots, Acting acting, Clock clock) {
        this.snapshots = snapshots;
        this.acting = acting;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            operationId = "createSnapshot",
            summary = "Take a snapshot of a VM",
            description =
                    "Of its disks, and while it runs of its memory too where the node's engine can."
                            + " `consistency` says which it became.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited",
            content = @Content(schema = @Schema(implementation = SnapshotAnswer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The work has begun",
            headers =
                    @Header(
                            name = "Location",
                            description = "The execution that does the work",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = SnapshotAnswer.class)))
    Object create(
            @PathVariable ResourceId id,
            @RequestBody @Valid CreateSnapshotRequest request,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        var snapshotId = SnapshotId.of(ids.resourceId().value());
        return acting.answer(
                ResourceAction.SNAPSHOT,
                prefer,
                () -> snapshots.take(id, snapshotId, request, ids.executionId(), caller, version),
                state -> SnapshotAnswer.of(state, snapshotId, clock.instant()),
                state -> SnapshotAnswer.of(state, snapshotId, clock.instant()));
    }

    @PostMapping("/{snapshotId}/restore")
    @Operation(
            operationId = "restoreSnapshot",
            summary = "Take a VM back to a snapshot",
            description =
                    "With its memory the machine goes on from there, running or paused as it was;"
                            + " without, it is stopped afterwards.")
    @AsynchronousAction
    Object restore(
            @PathVariable ResourceId id,
            @PathVariable SnapshotId snapshotId,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.RESTORE_SNAPSHOT,
                prefer,
                () -> snapshots.restore(id, snapshotId, ids.executionId(), caller, version),
                state -> state.failure() == null);
    }

    @DeleteMapping("/{snapshotId}")
    @Operation(operationId = "deleteSnapshot", summary = "Delete a snapshot")
    @AsynchronousAction
    Object delete(
            @PathVariable ResourceId id,
            @PathVariable SnapshotId snapshotId,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.DELETE_SNAPSHOT,
                prefer,
                () -> snapshots.delete(id, snapshotId, ids.executionId(), caller, version),
                state -> state.snapshot(snapshotId).isEmpty());
    }
}
