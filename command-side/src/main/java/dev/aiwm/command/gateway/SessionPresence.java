package dev.aiwm.command.gateway;

import dev.aiwm.command.placement.Presence;
import dev.aiwm.contracts.NodeId;

/**
 * An agent that has hung up is away until it registers again, though its node is not fenced yet. If
 * this is the only process, so is one that has not called since the start.
 */
final class SessionPresence implements Presence {
    private final LiveSessions sessions;
    private final boolean alone;

    SessionPresence(LiveSessions sessions, boolean alone) {
        this.sessions = sessions;
        this.alone = alone;
    }

    @Override
    public boolean isAbsent(NodeId nodeId, long epoch) {
        NodeSession newest = sessions.newest(nodeId);
        if (newest == null) {
            return alone;
        }
        return newest.isClosed() && (alone || newest.epoch() >= epoch);
    }
}
