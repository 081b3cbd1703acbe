package dev.aiwm.contracts.resource.command;

import dev.aiwm.contracts.ResourceId;

/** A wish or a report about one resource. */
public sealed interface ResourceCommand
        permits CreateResource,
                StartResource,
                StopResource,
                RestartResource,
                UpdateResource,
                DeleteResource,
                RecordDeploymentStarted,
                RecordResourceStarted,
                RecordResourceStopped,
                RecordResourceDeleted,
                RecordProvisioningFailed,
                RecordActionFailed,
                RecordObservation,
                RecordNodeLost {
    ResourceId resourceId();
}
