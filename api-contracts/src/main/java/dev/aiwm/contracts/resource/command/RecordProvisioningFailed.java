package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The resource could not be made; what was half-made is gone. */
public record RecordProvisioningFailed(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId, Failure failure)
        implements ResourceCommand {
    public RecordProvisioningFailed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
