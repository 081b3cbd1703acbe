package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.StepResult;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node finished the step. Rejected when the step is another node's. */
public record RecordStepSucceeded(
        @TargetAggregateIdentifier ExecutionId executionId,
        NodeId nodeId,
        int step,
        int attempt,
        boolean compensation,
        StepResult result)
        implements ExecutionCommand {
    public RecordStepSucceeded {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(result, "result is null");
    }
}
