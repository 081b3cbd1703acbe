package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Serve a model. */
public record DeploymentCreate(
        String deploymentId,
        String modelId,
        String image,
        Integer containerPort,
        List<String> gpuDeviceIds)
        implements AgentCommand {
    public DeploymentCreate {
        requireNonNull(deploymentId, "deploymentId is null");
        requireNonNull(modelId, "modelId is null");
        requireNonNull(image, "image is null");
        gpuDeviceIds = gpuDeviceIds == null ? List.of() : List.copyOf(gpuDeviceIds);
    }

    public static final String TYPE = "deployment.create";

    @Override
    public String type() {
        return TYPE;
    }
}
