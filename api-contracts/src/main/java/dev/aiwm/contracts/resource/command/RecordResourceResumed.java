package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that resumes the resource succeeded. */
public record RecordResourceResumed(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId, Runtime runtime)
        implements ResourceCommand {
    public RecordResourceResumed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(runtime, "runtime is null");
    }
}
