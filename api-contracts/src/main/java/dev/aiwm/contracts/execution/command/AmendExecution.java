package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;
import java.util.Map;

/** Change what is given; null leaves it. */
public record AmendExecution(
        @TargetAggregateIdentifier ExecutionId executionId,
        Map<String, String> labels,
        Instant deadline,
        Integer priority,
        long expectedSequence)
        implements ExecutionCommand {
    public AmendExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
