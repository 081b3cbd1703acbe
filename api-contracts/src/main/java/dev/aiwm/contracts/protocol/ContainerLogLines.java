package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.util.List;

/** Lines of a container (`container.logs.stream`). */
public record ContainerLogLines(ResourceId resourceId, String streamId, List<String> lines)
        implements AgentData {
    public ContainerLogLines {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(streamId, "streamId is null");
        lines = List.copyOf(lines);
    }
}
