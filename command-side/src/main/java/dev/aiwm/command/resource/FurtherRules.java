package dev.aiwm.command.resource;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.contracts.resource.Snapshot;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.util.Map;

/** When a resource may be paused, resumed, resized and snapshot. */
final class FurtherRules {
    /** Chains of snapshots slow a machine down; and a resource's events must stay few. */
    private static final int MOST_SNAPSHOTS = 32;

    private FurtherRules() {}

    static void onlyWhatRunsIsPaused(ResourceState state) {
        ResourceRules.nothingElseIsUnderWay(state);
        if (!state.isAlive()) {
            throw ResourceRules.illegal(state, "only a running resource can be paused");
        }
    }

    static void onlyWhatIsPausedIsResumed(ResourceState state) {
        ResourceRules.nothingElseIsUnderWay(state);
        if (!state.isAlive()) {
            throw ResourceRules.illegal(state, "only a paused resource can be resumed");
        }
    }

    static void onlyWhatRunsIsResized(ResourceState state, ResourceConfig config) {
        ResourceRules.nothingElseIsUnderWay(state);
        if (!state.isAlive() || !state.config().isSameButForSize(config)) {
            throw ResourceRules.illegal(
                    state,
                    "while it runs only the size can be changed, all else when stopped or failed");
        }
    }

    /** What lies on a disk cannot be cut off, and a snapshot knows its disk in one size only. */
    static void aDiskOnlyGrowsAndNotUnderSnapshots(ResourceState state, ResourceConfig config) {
        Long before = state.config().size().diskGB();
        Long after = config.size().diskGB();
        boolean made = state.runtime() != null;
        if (!made || before == null || after == null || before.equals(after)) {
            return;
        }
        if (after < before) {
            throw ResourceRules.refused(
                    state, RejectionCode.DISK_CANNOT_SHRINK, "a disk can only grow");
        }
        if (!state.snapshots().isEmpty()) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.SNAPSHOT_IN_THE_WAY,
                    "a disk cannot grow while there are snapshots of it");
        }
    }

    static void onlyMachinesHaveSnapshots(ResourceState state) {
        if (!state.config().isVirtualMachine()) {
            throw ResourceRules.refused(
                    state, RejectionCode.NOT_FOR_THIS_TYPE, "only virtual machines have snapshots");
        }
    }

    static void onlyWhatIsMadeAndHealthyIsSnapshot(ResourceState state) {
        ResourceRules.nothingElseIsUnderWay(state);
        if (!state.isAlive() && state.status() != ResourceStatus.STOPPED) {
            throw ResourceRules.illegal(
                    state, "a snapshot can be taken when running, paused or stopped");
        }
    }

    /** It would be one of what nobody asks for any more, and could not be put back. */
    static void nothingThatASnapshotHoldsAwaitsAStart(ResourceState state) {
        if (state.mustStartBeforeSnapshot()) {
            throw changeAwaitsStart(state);
        }
    }

    private static Rejection changeAwaitsStart(ResourceState state) {
        boolean anew = state.fromNextStart().contains(SizePart.CONFIG);
        String alive = anew ? "stop and start it first" : "restart it first";
        return ResourceRules.refused(
                state,
                RejectionCode.CHANGE_AWAITS_START,
                "the machine is not yet what its configuration says: "
                        + (state.isAlive() ? alive : "start it first"));
    }

    static void thereIsRoomForASnapshot(ResourceState state) {
        if (state.snapshots().size() >= MOST_SNAPSHOTS) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.TOO_MANY_SNAPSHOTS,
                    "a machine has at most " + MOST_SNAPSHOTS + " snapshots");
        }
    }

    static Snapshot theSnapshotIsThere(ResourceState state, SnapshotId snapshotId) {
        return state.snapshot(snapshotId)
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.NOT_FOUND,
                                        "there is no snapshot " + snapshotId,
                                        Map.of("snapshotId", snapshotId.value())));
    }

    static void onlyWhatIsMadeIsPutBack(ResourceState state) {
        ResourceRules.nothingElseIsUnderWay(state);
        if (!state.status().isSettled()) {
            throw ResourceRules.illegal(
                    state, "snapshots are left alone while it is not known what the machine does");
        }
    }

    /** What goes on from memory goes on as it was made then, and no restart would change that. */
    static void theConfigurationIsMadeBeforeMemoryIsPutBack(
            ResourceState state, Snapshot snapshot) {
        if (snapshot.hasMemory() && state.fromNextStart().contains(SizePart.CONFIG)) {
            throw changeAwaitsStart(state);
        }
    }

    /** Memory of one size cannot become that of a machine of another. */
    static void memoryFitsIntoTheMachine(ResourceState state, Snapshot snapshot) {
        var now = state.config().size();
        var then = snapshot.size();
        boolean same = now.cpuCores().equals(then.cpuCores()) && now.ramMB().equals(then.ramMB());
        if (snapshot.hasMemory() && !same) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.SNAPSHOT_SIZE_DIFFERS,
                    "the machine had %s cores and %d MB of RAM then; give it that size first"
                            .formatted(then.cpuCores().intValue(), then.ramMB()));
        }
    }
}
