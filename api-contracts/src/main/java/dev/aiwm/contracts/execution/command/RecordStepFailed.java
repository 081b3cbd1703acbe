package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node could not finish the step. */
public record RecordStepFailed(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        Failure failure,
        boolean retryable)
        implements ExecutionCommand {
    public RecordStepFailed {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
