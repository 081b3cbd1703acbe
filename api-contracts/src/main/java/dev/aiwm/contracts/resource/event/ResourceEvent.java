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
                ResourceDeletionRequested,
                ResourceDeleted,
                ResourceRenamed,
                ResourceDescribed,
                ResourceRelabelled,
                ResourceReconfigured,
                ResourceStopPolicyChosen,
                ResourceObserved,
                ResourceLost {
    ResourceId resourceId();
}
