package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import java.time.Instant;

/**
 * Data of every command: which attempt of which step it is, and the command (R098). On the channel,
 * and only there, a secret itself stands where its reference stood: an agent reads it as the value
 * of a {@link dev.aiwm.contracts.SecretRef}, and of an environment variable as plain text. The
 * message id is the same whenever the same attempt is sent again.
 */
public record StepData(
        ExecutionId executionId,
        int stepIndex,
        int attempt,
        boolean compensation,
        Instant deadline,
        AgentCommand command)
        implements ControllerData {
    public StepData {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(command, "command is null");
    }
}
