package dev.aiwm.command.gateway;

import dev.aiwm.contracts.NodeId;

/** Which nodes are connected to this process right now. */
public interface NodeSessions {

    /** The agent of the node is connected here and has registered. */
    boolean isConnected(NodeId nodeId);

    int connectedCount();
}
