package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Stop and start serving a model. */
public record DeploymentRestart(String deploymentId) implements AgentCommand {
    public DeploymentRestart {
        requireNonNull(deploymentId, "deploymentId is null");
    }

    public static final String TYPE = "deployment.restart";

    @Override
    public String type() {
        return TYPE;
    }
}
