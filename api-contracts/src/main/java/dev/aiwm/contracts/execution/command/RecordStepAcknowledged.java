package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node has the command. */
public record RecordStepAcknowledged(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation)
        implements ExecutionCommand {
    public RecordStepAcknowledged {
        requireNonNull(executionId, "executionId is null");
    }
}
