package dev.aiwm.command.gateway;

import dev.aiwm.command.socket.Line;
import dev.aiwm.command.token.VerifiedToken;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.CloseCode;

import java.nio.ByteBuffer;
import java.time.Instant;

/** One connection of one agent, from the handshake to its end. */
final class NodeSession {
    private final VerifiedToken token;
    private final RateLimit limit;
    private final Lane inbound;
    private final Lane outbound;
    private final Deliveries deliveries;
    private final NodeQueue queue = new NodeQueue();
    private final NodeStreams streams;
    private final Sightings sightings = new Sightings();
    private final NodeConditions conditions = new NodeConditions();
    private final Instant openedAt;
    private volatile Line line;
    private volatile Instant heardAt;
    private volatile long epoch;
    private volatile boolean greeted;
    private volatile boolean closed;

    NodeSession(
            VerifiedToken token,
            Line line,
            RateLimit limit,
            Lane inbound,
            Lane outbound,
            Deliveries deliveries,
            NodeStreams streams,
            Instant openedAt) {
        this.token = token;
        this.line = line;
        this.limit = limit;
        this.inbound = inbound;
        this.outbound = outbound;
        this.deliveries = deliveries;
        this.streams = streams;
        this.openedAt = openedAt;
        this.heardAt = openedAt;
    }

    NodeId nodeId() {
        return token.nodeId();
    }

    String tokenId() {
        return token.tokenId();
    }

    RateLimit limit() {
        return limit;
    }

    /** What the agent says is worked off here, in its order, whatever connection it came over. */
    Lane inbound() {
        return inbound;
    }

    /** What the agent is sent is put in order here. */
    Lane outbound() {
        return outbound;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** Looked at in the outbound lane only. */
    NodeQueue queue() {
        return queue;
    }

    NodeStreams streams() {
        return streams;
    }

    Sightings sightings() {
        return sightings;
    }

    /** Looked at in the inbound lane only. */
    NodeConditions conditions() {
        return conditions;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant heardAt() {
        return heardAt;
    }

    void heard(Instant at) {
        heardAt = at;
    }

    /** 0 until the agent has registered. */
    long epoch() {
        return epoch;
    }

    boolean isRegistered() {
        return epoch > 0;
    }

    void registered(long givenEpoch) {
        epoch = givenEpoch;
    }

    /** The agent was told that it is registered: commands may follow. */
    boolean isGreeted() {
        return greeted;
    }

    void greeted() {
        greeted = true;
    }

    boolean isClosed() {
        return closed;
    }

    void send(String text) {
        line.send(text);
    }

    void send(ByteBuffer bytes) {
        line.send(bytes);
    }

    void close(CloseCode code, String reason) {
        closed = true;
        line.close(code, reason);
    }

    /** The connection is gone, and with it all that it occupied. */
    void gone() {
        closed = true;
        streams.gone();
        line = Line.CUT;
    }
}
