package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;

/** A command that waited for its node or its turn there has gone out. */
public record RecordStepSent(
        @TargetAggregateIdentifier ExecutionId executionId,
        NodeId nodeId,
        int step,
        int attempt,
        boolean compensation,
        Instant sentAt)
        implements ExecutionCommand {
    public RecordStepSent {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(sentAt, "sentAt is null");
    }
}
