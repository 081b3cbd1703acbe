package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.SnapshotStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.DeleteSnapshot;
import dev.aiwm.contracts.resource.command.PauseResource;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.RestoreSnapshot;
import dev.aiwm.contracts.resource.command.ResumeResource;
import dev.aiwm.contracts.resource.command.TakeSnapshot;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;

import java.util.List;

/** What a wish to pause, resume, resize or snapshot sets going; nothing when it is so already. */
final class FurtherWishes {
    private static final List<ResourceEvent> SO_ALREADY = List.of();

    private FurtherWishes() {}

    static List<ResourceEvent> events(ResourceState state, PauseResource wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        boolean paused =
                state.status() == ResourceStatus.PAUSED && state.wanted() == WantedState.PAUSED;
        if (paused && state.operation() == null || isUnderWay(state, ResourceAction.PAUSE)) {
            return SO_ALREADY;
        }
        FurtherRules.onlyWhatRunsIsPaused(state);
        return List.of(new ResourcePauseRequested(state.resourceId(), wish.executionId()));
    }

    static List<ResourceEvent> events(ResourceState state, ResumeResource wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        boolean runs =
                state.status() == ResourceStatus.RUNNING && state.wanted() == WantedState.RUNNING;
        if (runs && state.operation() == null || isUnderWay(state, ResourceAction.RESUME)) {
            return SO_ALREADY;
        }
        FurtherRules.onlyWhatIsPausedIsResumed(state);
        return List.of(new ResourceResumeRequested(state.resourceId(), wish.executionId()));
    }

    static List<ResourceEvent> events(ResourceState state, ResizeResource wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        boolean underWay = state.resize() != null && state.resize().config().equals(wish.config());
        boolean so = state.operation() == null && state.config().equals(wish.config());
        if (underWay || so) {
            return SO_ALREADY;
        }
        FurtherRules.onlyWhatRunsIsResized(state, wish.config());
        FurtherRules.aDiskOnlyGrowsAndNotUnderSnapshots(state, wish.config());
        DiskRules.whatStaysOnlyGrowsAndNotUnderSnapshots(state, wish.config());
        return List.of(
                new ResourceResizeRequested(
                        state.resourceId(), wish.executionId(), wish.config(), wish.claims()));
    }

    static List<ResourceEvent> events(ResourceState state, TakeSnapshot wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        if (state.snapshot(wish.snapshotId()).isPresent()) {
            return SO_ALREADY;
        }
        FurtherRules.onlyMachinesHaveSnapshots(state);
        DiskRules.everyDiskHasRoomForSnapshots(state);
        FurtherRules.onlyWhatIsMadeAndHealthyIsSnapshot(state);
        FurtherRules.nothingThatASnapshotHoldsAwaitsAStart(state);
        FurtherRules.thereIsRoomForASnapshot(state);
        return List.of(
                new SnapshotRequested(
                        state.resourceId(),
                        wish.executionId(),
                        wish.snapshotId(),
                        wish.name(),
                        wish.description()));
    }

    static List<ResourceEvent> events(ResourceState state, RestoreSnapshot wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        FurtherRules.onlyMachinesHaveSnapshots(state);
        var snapshot = FurtherRules.theSnapshotIsThere(state, wish.snapshotId());
        if (snapshot.status() == SnapshotStatus.RESTORING) {
            return SO_ALREADY;
        }
        FurtherRules.onlyWhatIsMadeIsPutBack(state);
        FurtherRules.memoryFitsIntoTheMachine(state, snapshot);
        FurtherRules.theConfigurationIsMadeBeforeMemoryIsPutBack(state, snapshot);
        return List.of(
                new SnapshotRestoreRequested(
                        state.resourceId(), wish.executionId(), wish.snapshotId(), wish.claims()));
    }

    static List<ResourceEvent> events(ResourceState state, DeleteSnapshot wish) {
        if (isRepeated(state, wish.executionId(), wish.expectedSequence())) {
            return SO_ALREADY;
        }
        FurtherRules.onlyMachinesHaveSnapshots(state);
        var snapshot = state.snapshot(wish.snapshotId()).orElse(null);
        if (snapshot == null || snapshot.status() == SnapshotStatus.DELETING) {
            return SO_ALREADY;
        }
        FurtherRules.onlyWhatIsMadeIsPutBack(state);
        return List.of(
                new SnapshotDeletionRequested(
                        state.resourceId(), wish.executionId(), wish.snapshotId()));
    }

    /** Whoever repeats the very command that changed the version is not refused for it. */
    private static boolean isRepeated(
            ResourceState state, ExecutionId executionId, long expectedSequence) {
        if (executionId.equals(state.executionId())) {
            return true;
        }
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, expectedSequence);
        return false;
    }

    private static boolean isUnderWay(ResourceState state, ResourceAction action) {
        return state.operation() != null && state.operation().action() == action;
    }
}
