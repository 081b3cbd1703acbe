package dev.aiwm.command.placement;

import dev.aiwm.contracts.NodeId;

/** Whose agents can be told something right now. */
@FunctionalInterface
public interface Presence {
    /** Nobody is known to be away. */
    Presence EVERYONE = (nodeId, epoch) -> false;

    /**
     * Whether the agent is known not to be connected. One that another process may serve does not
     * count as absent.
     *
     * @param epoch of the node's newest registration
     */
    boolean isAbsent(NodeId nodeId, long epoch);
}
