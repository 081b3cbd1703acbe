package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a step that is out for ended, whatever became of it. */
public record RecoverStep(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        boolean succeeded,
        String reason,
        long expectedSequence)
        implements ExecutionCommand {
    public RecoverStep {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(reason, "reason is null");
    }
}
