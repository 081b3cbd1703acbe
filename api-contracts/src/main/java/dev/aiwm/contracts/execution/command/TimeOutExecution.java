package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution has had its time. */
public record TimeOutExecution(@TargetAggregateIdentifier ExecutionId executionId)
        implements ExecutionCommand {
    public TimeOutExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
