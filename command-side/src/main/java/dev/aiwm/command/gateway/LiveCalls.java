package dev.aiwm.command.gateway;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AgentCommand;

/**
 * Commands that a node carries out while somebody listens: they are not recorded, not repeated, and
 * over when the node's connection is.
 */
public interface LiveCalls {

    /**
     * Asks the node to begin, for the caller of the request that this thread works on. The listener
     * is told what comes of it, from one thread at a time, which it must not hold up.
     *
     * @throws dev.aiwm.contracts.Rejection NODE_OFFLINE when the node's agent is not connected,
     *     TOO_MANY_REQUESTS when it carries out as many as it may, or as the caller's organisation
     *     may have
     */
    LiveStream open(NodeId nodeId, AgentCommand command, LiveListener listener);
}
