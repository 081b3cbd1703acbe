package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a paused resource go on. */
public record ResumeResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        long expectedSequence)
        implements ResourceCommand {
    public ResumeResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
