package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.StepResult;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node finished the step. */
public record RecordStepSucceeded(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        StepResult result)
        implements ExecutionCommand {
    public RecordStepSucceeded {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(result, "result is null");
    }
}
