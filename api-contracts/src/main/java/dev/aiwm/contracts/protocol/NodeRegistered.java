package dev.aiwm.contracts.protocol;

import dev.aiwm.contracts.ResourceId;

import java.util.List;

/**
 * The answer to a registration: the epoch under which everything of this connection counts. Of what
 * the agent reported as managed, it removes all that is not in {@code keep}; engine objects that it
 * made since then are not touched.
 */
public record NodeRegistered(
        long epoch, long heartbeatIntervalMs, long metricsIntervalMs, List<ResourceId> keep)
        implements ControllerData {
    public NodeRegistered {
        keep = keep == null ? List.of() : List.copyOf(keep);
    }
}
