package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop carrying out the plan and undo what was done. */
public record CancelExecution(
        @TargetAggregateIdentifier ExecutionId executionId, String reason, long expectedSequence)
        implements ExecutionCommand {
    public CancelExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
