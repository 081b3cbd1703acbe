package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

/** The agent has the command and will carry it out. */
public record CommandAck(ExecutionId executionId, int stepIndex, int attempt, boolean compensation)
        implements AgentData {
    public CommandAck {
        requireNonNull(executionId, "executionId is null");
    }
}
