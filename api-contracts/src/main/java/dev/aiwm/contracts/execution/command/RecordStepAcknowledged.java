package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;

/**
 * The node has the command. Rejected when the step is another node's.
 *
 * @param sentAt when it was sent to it first; null when that is not known
 */
public record RecordStepAcknowledged(
        @TargetAggregateIdentifier ExecutionId executionId,
        NodeId nodeId,
        int step,
        int attempt,
        boolean compensation,
        Instant sentAt)
        implements ExecutionCommand {
    public RecordStepAcknowledged {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
    }
}
