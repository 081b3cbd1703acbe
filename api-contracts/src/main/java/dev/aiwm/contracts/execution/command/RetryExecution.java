package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Do again what did not succeed, and with `fromStep` that step and all that depends on it as well.
 */
public record RetryExecution(
        @TargetAggregateIdentifier ExecutionId executionId, Integer fromStep, long expectedSequence)
        implements ExecutionCommand {
    public RetryExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
