package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The time is over in which what is in flight may finish. */
public record ForceCancellation(@TargetAggregateIdentifier ExecutionId executionId)
        implements ExecutionCommand {
    public ForceCancellation {
        requireNonNull(executionId, "executionId is null");
    }
}
