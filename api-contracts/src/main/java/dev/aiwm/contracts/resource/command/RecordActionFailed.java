package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An execution other than creation failed. */
public record RecordActionFailed(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        ResourceAction action,
        Failure failure)
        implements ResourceCommand {
    public RecordActionFailed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(action, "action is null");
        requireNonNull(failure, "failure is null");
    }
}
