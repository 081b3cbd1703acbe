package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import java.time.Instant;
import java.util.List;

/**
 * Data of every command: which attempt of which step it is, and the command (R098). On the channel,
 * and only there, a secret itself stands where its reference stood: an agent reads it as the value
 * of a {@link dev.aiwm.contracts.SecretRef}, and of an environment variable as plain text. The
 * message id is the same whenever the same attempt is sent again.
 *
 * @param following in their order; empty for most
 */
public record StepData(
        ExecutionId executionId,
        int stepIndex,
        int attempt,
        boolean compensation,
        Instant deadline,
        AgentCommand command,
        List<FollowingStep> following)
        implements ControllerData {
    public StepData {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(command, "command is null");
        following = following == null ? List.of() : List.copyOf(following);
    }

    /** With nothing that is known to follow. */
    public StepData(
            ExecutionId executionId,
            int stepIndex,
            int attempt,
            boolean compensation,
            Instant deadline,
            AgentCommand command) {
        this(executionId, stepIndex, attempt, compensation, deadline, command, List.of());
    }
}
