package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.util.List;

/** The last lines of an object that is about to be removed (`container.logs.stream`). */
public record ContainerLogLines(ResourceId resourceId, List<LogLine> lines) implements AgentData {
    public ContainerLogLines {
        requireNonNull(resourceId, "resourceId is null");
        lines = List.copyOf(lines);
    }
}
