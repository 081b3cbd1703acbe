package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Go on after a pause. */
public record ResumeExecution(
        @TargetAggregateIdentifier ExecutionId executionId, long expectedSequence)
        implements ExecutionCommand {
    public ResumeExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
