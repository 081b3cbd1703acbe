package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An attempt has had its time. */
public record TimeOutStep(
        @TargetAggregateIdentifier ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation)
        implements ExecutionCommand {
    public TimeOutStep {
        requireNonNull(executionId, "executionId is null");
    }
}
