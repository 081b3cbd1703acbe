package dev.aiwm.command.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.SnapshotStatus;
import dev.aiwm.contracts.resource.query.SnapshotView;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** The answer to the wish for a snapshot, as the founding documents show it (R033). */
@Schema(name = "SnapshotAnswer")
record SnapshotAnswer(
        boolean success,
        String message,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "Null when it could not be taken")
                SnapshotView snapshot,
        @JsonInclude(JsonInclude.Include.ALWAYS) String executionId,
        Instant timestamp) {
    SnapshotAnswer {
        requireNonNull(message, "message is null");
        requireNonNull(timestamp, "timestamp is null");
    }

    static SnapshotAnswer of(ResourceState state, SnapshotId id, Instant now) {
        var snapshot = state.snapshot(id).orElse(null);
        return new SnapshotAnswer(
                snapshot != null,
                message(state, snapshot == null ? null : snapshot.status()),
                snapshot == null ? null : SnapshotView.of(state, snapshot),
                state.executionId() == null ? null : state.executionId().value(),
                now);
    }

    private static String message(ResourceState state, SnapshotStatus status) {
        if (status == SnapshotStatus.CREATING) {
            return "Snapshot requested";
        }
        if (status != null) {
            return "Snapshot taken";
        }
        return "Snapshot failed"
                + (state.failure() == null ? "" : ": " + state.failure().message());
    }
}
