package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** How a served model is doing (R096). */
public record DeploymentStatusReport(String deploymentId, String status, String endpoint)
        implements AgentData {
    public DeploymentStatusReport {
        requireNonNull(deploymentId, "deploymentId is null");
        requireNonNull(status, "status is null");
    }
}
