package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node says how far it is. Rejected when the step is another node's. */
public record RecordStepProgress(
        @TargetAggregateIdentifier ExecutionId executionId,
        NodeId nodeId,
        int step,
        int attempt,
        int percent,
        String message)
        implements ExecutionCommand {
    public RecordStepProgress {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
    }
}
