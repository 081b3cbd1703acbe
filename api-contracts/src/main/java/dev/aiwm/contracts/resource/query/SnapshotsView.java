package dev.aiwm.contracts.resource.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.resource.ResourceState;

import java.util.List;

/** The snapshots of a virtual machine (R034), oldest first. */
public record SnapshotsView(String resourceId, List<SnapshotView> snapshots) {
    public SnapshotsView {
        requireNonNull(resourceId, "resourceId is null");
        snapshots = List.copyOf(snapshots);
    }

    public static SnapshotsView of(ResourceState state) {
        return new SnapshotsView(
                state.resourceId().value(),
                state.snapshots().stream()
                        .map(snapshot -> SnapshotView.of(state, snapshot))
                        .toList());
    }
}
