package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/** Read the last lines of a container, or follow them as a byte stream. */
public record ContainerLogs(ResourceId resourceId, int tail, Instant since, String streamId)
        implements AgentCommand {
    public ContainerLogs {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.logs";

    @Override
    public String type() {
        return TYPE;
    }
}
