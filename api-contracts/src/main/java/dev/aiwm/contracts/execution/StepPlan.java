package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AgentCommand;

import java.util.List;

/**
 * One step as planned: what is sent where, after what, how long and how often, and how it is
 * undone.
 */
public record StepPlan(
        String name,
        NodeId nodeId,
        AgentCommand command,
        List<String> dependsOn,
        boolean optional,
        long timeoutSeconds,
        RetryPolicy retry,
        AgentCommand compensation) {
    public StepPlan {
        requireNonNull(name, "name is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(command, "command is null");
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        requireNonNull(retry, "retry is null");
    }
}
