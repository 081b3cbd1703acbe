package dev.aiwm.command.gateway;

import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeTokenRevoked;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.support.log.LoggedEvent;

import java.util.function.Predicate;

/**
 * Ends sessions that events have made void, wherever the events were decided: by a registration
 * with another replica, a fence, a revoked token, the removal of the node.
 */
final class SessionWatch {
    private final LiveSessions sessions;
    private final GatewayMetrics metrics;

    SessionWatch(LiveSessions sessions, GatewayMetrics metrics) {
        this.sessions = sessions;
        this.metrics = metrics;
    }

    void on(LoggedEvent logged) {
        if (!(logged.payload() instanceof NodeEvent event)) {
            return;
        }
        if (event instanceof NodeConnected connected) {
            end(
                    event,
                    session -> session.isRegistered() && session.epoch() < connected.epoch(),
                    CloseCode.DISPLACED,
                    "another agent registered as this node");
        } else if (event instanceof NodeFenced fenced) {
            end(
                    event,
                    session -> session.isRegistered() && session.epoch() <= fenced.epoch(),
                    CloseCode.TRY_AGAIN_LATER,
                    "the node was fenced");
        } else if (event instanceof NodeTokenRevoked revoked) {
            end(
                    event,
                    session -> session.tokenId().equals(revoked.tokenId()),
                    CloseCode.TOKEN_REVOKED,
                    "the token was revoked");
        } else if (event instanceof NodeRemoved) {
            end(event, session -> true, CloseCode.NODE_UNKNOWN, "the node was removed");
        }
    }

    private void end(NodeEvent event, Predicate<NodeSession> which, CloseCode code, String reason) {
        Predicate<NodeSession> ofThatNode =
                session -> session.nodeId().equals(event.nodeId()) && !session.isClosed();
        for (NodeSession session : sessions.open()) {
            if (ofThatNode.and(which).test(session)) {
                metrics.closed(code);
                session.close(code, reason);
            }
        }
    }
}
