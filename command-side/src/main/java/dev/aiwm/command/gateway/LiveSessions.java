package dev.aiwm.command.gateway;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.CloseCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The connections to this process. Of one node only the newest counts: one that registers later
 * takes the place of the one before, which is told not to come back.
 */
final class LiveSessions implements NodeSessions {
    private final Set<NodeSession> open = ConcurrentHashMap.newKeySet();

    /** The newest of each node, also when it is gone: what it said while it lived still counts. */
    private final Map<NodeId, NodeSession> newest = new ConcurrentHashMap<>();

    void opened(NodeSession session) {
        open.add(session);
    }

    void gone(NodeSession session) {
        session.gone();
        open.remove(session);
        synchronized (open) {
            open.notifyAll();
        }
    }

    /** Waits until every connection is gone, for a limited time. */
    void awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (open) {
            long left = deadline - System.nanoTime();
            while (!open.isEmpty() && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(open, left);
                left = deadline - System.nanoTime();
            }
        }
    }

    /** The session has registered under an epoch. */
    void registered(NodeSession session) {
        NodeSession before = newest.put(session.nodeId(), session);
        if (before != null && before != session) {
            before.close(CloseCode.DISPLACED, "another agent registered as this node");
        }
    }

    boolean isNewest(NodeSession session) {
        return newest.get(session.nodeId()) == session;
    }

    /** The session that registered last, also when it is gone; null when there was none here. */
    NodeSession newest(NodeId nodeId) {
        return newest.get(nodeId);
    }

    /** The registered session of a node, or null when it is not connected here. */
    NodeSession live(NodeId nodeId) {
        NodeSession session = newest.get(nodeId);
        return session == null || session.isClosed() ? null : session;
    }

    List<NodeSession> live() {
        var live = new ArrayList<NodeSession>();
        for (NodeSession session : newest.values()) {
            if (!session.isClosed()) {
                live.add(session);
            }
        }
        return live;
    }

    /** Registered or not. */
    List<NodeSession> open() {
        return List.copyOf(open);
    }

    @Override
    public boolean isConnected(NodeId nodeId) {
        return live(nodeId) != null;
    }

    @Override
    public int connectedCount() {
        return live().size();
    }
}
