package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

/** How far the agent is with a command. */
public record CommandProgress(
        ExecutionId executionId, int stepIndex, int attempt, int percent, String message)
        implements AgentData {
    public CommandProgress {
        requireNonNull(executionId, "executionId is null");
    }
}
