package dev.aiwm.contracts.resource.event;

import dev.aiwm.contracts.ResourceId;

/** Something that happened to one resource. */
public sealed interface ResourceEvent
        permits ResourceCreated,
                ResourceDeploymentStarted,
                ResourceStarted,
                ResourceStopped,
                ResourceProvisioningFailed,
                ResourceActionFailed,
                ResourceStartRequested,
                ResourceStopRequested,
                ResourceRestartRequested,
                ResourcePauseRequested,
                ResourcePaused,
                ResourceResumeRequested,
                ResourceResumed,
                ResourceResizeRequested,
                ResourceResized,
                SnapshotRequested,
                SnapshotTaken,
                SnapshotRestoreRequested,
                SnapshotRestored,
                SnapshotDeletionRequested,
                SnapshotDeleted,
                ResourceDeletionRequested,
                ResourceDeleted,
                ResourceRenamed,
                ResourceDescribed,
                ResourceRelabelled,
                ResourceReconfigured,
                ResourceStopPolicyChosen,
                ResourceDivergencePolicyChosen,
                ResourceDivergenceAccepted,
                ResourceRestorationScheduled,
                ResourceRestorationStarted,
                ResourceRestorationGivenUp,
                ResourceObserved,
                ResourceLost {
    ResourceId resourceId();
}
