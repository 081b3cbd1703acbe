package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that creates, starts or restarts the resource succeeded. */
public record RecordResourceStarted(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId, Runtime runtime)
        implements ResourceCommand {
    public RecordResourceStarted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(runtime, "runtime is null");
    }
}
