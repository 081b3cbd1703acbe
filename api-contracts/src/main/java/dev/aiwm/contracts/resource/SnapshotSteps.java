package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the events about snapshots change. */
final class SnapshotSteps {
    private SnapshotSteps() {}

    static void requested(ResourceDraft draft, SnapshotRequested event) {
        var all = new ArrayList<>(draft.snapshots);
        all.add(
                new Snapshot(
                        event.snapshotId(),
                        event.name(),
                        event.description(),
                        SnapshotStatus.CREATING,
                        draft.config.size(),
                        null));
        draft.snapshots = List.copyOf(all);
    }

    static void taken(ResourceDraft draft, SnapshotTaken event) {
        var facts = event.facts();
        change(draft, facts.snapshotId(), snapshot -> snapshot.taken(facts));
    }

    static void restoreRequested(ResourceDraft draft, SnapshotRestoreRequested event) {
        draft.claims = event.claims();
        change(draft, event.snapshotId(), snapshot -> snapshot.in(SnapshotStatus.RESTORING));
    }

    /**
     * Who puts a machine back wants it to do what it did then. What goes on from memory has the
     * size that it is to have: no other was put back.
     */
    static void restored(ResourceDraft draft, SnapshotRestored event, EventFacts facts) {
        change(draft, event.snapshotId(), snapshot -> snapshot.in(SnapshotStatus.READY));
        var back = find(draft, event.snapshotId());
        if (back != null && back.hasMemory()) {
            draft.fromNextStart = List.of();
        }
        draft.observed = new Observation(event.state(), null, null, facts.timestamp());
        if (event.runtime() != null) {
            draft.runtime = event.runtime();
        }
        draft.wanted =
                switch (event.state()) {
                    case RUNNING -> WantedState.RUNNING;
                    case PAUSED -> WantedState.PAUSED;
                    case STOPPED -> WantedState.STOPPED;
                    case FAILED, ABSENT, UNKNOWN -> draft.wanted;
                };
    }

    static void deletionRequested(ResourceDraft draft, SnapshotDeletionRequested event) {
        change(draft, event.snapshotId(), snapshot -> snapshot.in(SnapshotStatus.DELETING));
    }

    static void deleted(ResourceDraft draft, SnapshotDeleted event) {
        var gone = find(draft, event.snapshotId());
        draft.snapshots =
                draft.snapshots.stream()
                        .filter(snapshot -> !snapshot.equals(gone))
                        .map(snapshot -> gone == null ? snapshot : snapshot.without(gone))
                        .toList();
    }

    /** Nothing is done with any snapshot any more: what was not taken is not there. */
    static void letGo(ResourceDraft draft) {
        draft.snapshots =
                draft.snapshots.stream()
                        .filter(snapshot -> snapshot.status() != SnapshotStatus.CREATING)
                        .map(snapshot -> snapshot.in(SnapshotStatus.READY))
                        .toList();
    }

    private static Snapshot find(ResourceDraft draft, SnapshotId snapshotId) {
        return draft.snapshots.stream()
                .filter(snapshot -> snapshot.snapshotId().equals(snapshotId))
                .findFirst()
                .orElse(null);
    }

    private static void change(
            ResourceDraft draft, SnapshotId snapshotId, UnaryOperator<Snapshot> to) {
        draft.snapshots =
                draft.snapshots.stream()
                        .map(each -> each.snapshotId().equals(snapshotId) ? to.apply(each) : each)
                        .toList();
    }
}
