package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * What will be asked for next, if all goes well: the first attempt of a step that follows the one
 * it is told with, on the same node and about the same resource. An agent may begin it as soon as
 * that one has succeeded, and says how it went once it is asked.
 */
public record FollowingStep(int stepIndex, long timeoutSeconds, AgentCommand command) {
    public FollowingStep {
        requireNonNull(command, "command is null");
    }
}
