package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.util.List;

/** Run a program inside a container. */
public record ContainerExec(
        ResourceId resourceId,
        List<String> command,
        String user,
        String workingDir,
        long timeoutSeconds,
        String streamId)
        implements AgentCommand {
    public ContainerExec {
        requireNonNull(resourceId, "resourceId is null");
        command = List.copyOf(command);
    }

    public static final String TYPE = "container.exec";

    @Override
    public String type() {
        return TYPE;
    }
}
