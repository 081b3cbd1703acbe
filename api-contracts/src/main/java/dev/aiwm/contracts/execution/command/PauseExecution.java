package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Dispatch nothing new for now. */
public record PauseExecution(
        @TargetAggregateIdentifier ExecutionId executionId, String reason, long expectedSequence)
        implements ExecutionCommand {
    public PauseExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
