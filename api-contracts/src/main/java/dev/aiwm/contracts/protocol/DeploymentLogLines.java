package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Lines of a served model. */
public record DeploymentLogLines(String deploymentId, List<String> lines) implements AgentData {
    public DeploymentLogLines {
        requireNonNull(deploymentId, "deploymentId is null");
        lines = List.copyOf(lines);
    }
}
