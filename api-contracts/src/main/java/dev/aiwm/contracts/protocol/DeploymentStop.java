package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Stop serving a model. */
public record DeploymentStop(String deploymentId) implements AgentCommand {
    public DeploymentStop {
        requireNonNull(deploymentId, "deploymentId is null");
    }

    public static final String TYPE = "deployment.stop";

    @Override
    public String type() {
        return TYPE;
    }
}
