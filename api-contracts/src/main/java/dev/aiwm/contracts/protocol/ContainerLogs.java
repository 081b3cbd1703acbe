package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/**
 * Read the last lines of a container, and when following those to come: a live call that says one
 * {@link LogLine} as JSON on each line.
 *
 * @param stream only those of this stream, the last too; null for all, which is also what an agent
 *     tells that does not know of it
 */
public record ContainerLogs(
        ResourceId resourceId, int tail, Instant since, boolean follow, String stream)
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
