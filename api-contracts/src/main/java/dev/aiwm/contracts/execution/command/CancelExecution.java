package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stop carrying out the plan and undo what was done.
 *
 * @param graceSeconds so long what is in flight may finish before it is given up
 */
public record CancelExecution(
        @TargetAggregateIdentifier ExecutionId executionId,
        String reason,
        long graceSeconds,
        long expectedSequence)
        implements ExecutionCommand {
    public CancelExecution {
        requireNonNull(executionId, "executionId is null");
    }

    /** At once. */
    public CancelExecution(ExecutionId executionId, String reason, long expectedSequence) {
        this(executionId, reason, 0, expectedSequence);
    }
}
