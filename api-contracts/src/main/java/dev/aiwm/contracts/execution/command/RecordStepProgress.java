package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node says how far it is. */
public record RecordStepProgress(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        int attempt,
        int percent,
        String message)
        implements ExecutionCommand {
    public RecordStepProgress {
        requireNonNull(executionId, "executionId is null");
    }
}
