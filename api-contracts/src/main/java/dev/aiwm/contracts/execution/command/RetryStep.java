package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The pause before another attempt is over. */
public record RetryStep(@TargetAggregateIdentifier ExecutionId executionId, int step, int attempt)
        implements ExecutionCommand {
    public RetryStep {
        requireNonNull(executionId, "executionId is null");
    }
}
