package dev.aiwm.contracts.resource.command;

import dev.aiwm.contracts.ResourceId;

/** A wish or a report about one resource. */
public sealed interface ResourceCommand
        permits CreateResource,
                StartResource,
                StopResource,
                RestartResource,
                PauseResource,
                ResumeResource,
                ResizeResource,
                TakeSnapshot,
                RestoreSnapshot,
                DeleteSnapshot,
                UpdateResource,
                UpdateAndStartResource,
                UpdateAndStopResource,
                UpdateAndResizeResource,
                DeleteResource,
                RestoreResource,
                RecordDeploymentStarted,
                RecordResourceStarted,
                RecordResourceStopped,
                RecordResourcePaused,
                RecordResourceResumed,
                RecordResourceResized,
                RecordSnapshotTaken,
                RecordSnapshotRestored,
                RecordSnapshotDeleted,
                RecordResourceDeleted,
                RecordProvisioningFailed,
                RecordActionFailed,
                RecordObservation,
                RecordNodeLost {
    ResourceId resourceId();
}
