package dev.aiwm.command.saga;

import dev.aiwm.contracts.NodeId;

/** Lets what a node reported of its resources last be recorded again. */
public interface Reobservation {
    /**
     * Records for each resource of the node what its live session reported last; does nothing when
     * there is no live session. May be repeated. Returns without waiting: it must not record on the
     * calling thread, whose transaction is another one.
     */
    void observe(NodeId nodeId);
}
