package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.StepResult;

/**
 * How a command ended (R057, R098). Sent again after a reconnect until the controller has taken it.
 */
public record CommandResult(
        ExecutionId executionId,
        int stepIndex,
        int attempt,
        boolean compensation,
        CommandStatus status,
        StepResult result,
        CommandError error)
        implements AgentData {
    public CommandResult {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(status, "status is null");
    }
}
