package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node could not finish the step. Rejected when the step is another node's. */
public record RecordStepFailed(
        @TargetAggregateIdentifier ExecutionId executionId,
        NodeId nodeId,
        int step,
        int attempt,
        boolean compensation,
        Failure failure,
        boolean retryable)
        implements ExecutionCommand {
    public RecordStepFailed {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(failure, "failure is null");
    }
}
