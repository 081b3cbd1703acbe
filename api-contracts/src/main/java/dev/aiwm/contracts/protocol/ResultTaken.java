package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

/**
 * The controller has taken a result, or will never want it; the agent need not send it again.
 * Repeated whenever the result is.
 */
public record ResultTaken(ExecutionId executionId, int stepIndex, int attempt, boolean compensation)
        implements ControllerData {

    public ResultTaken {
        requireNonNull(executionId, "executionId is null");
    }
}
