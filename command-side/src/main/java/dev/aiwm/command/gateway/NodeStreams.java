package dev.aiwm.command.gateway;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.StreamEnded;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamOpen;
import dev.aiwm.contracts.protocol.StreamOpened;
import dev.aiwm.web.identity.Shares;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The live calls of one connection. What belongs to none that is under way is left. */
final class NodeStreams {
    private final Shares shares;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, OpenStream> open = new ConcurrentHashMap<>();
    private volatile boolean gone;

    NodeStreams(int most) {
        shares = new Shares(most, "live calls of the node");
    }

    LiveStream open(OpenStream.Way way, String orgId, AgentCommand command, LiveListener listener) {
        shares.take(orgId);
        int id = lastId.incrementAndGet();
        var stream = new OpenStream(id, way, listener, () -> forget(id, orgId));
        open.put(id, stream);
        way.send(MessageType.STREAM_OPEN, new StreamOpen(id, OpenStream.WINDOW, command));
        if (gone) {
            gone();
        }
        return stream;
    }

    private void forget(int id, String orgId) {
        if (open.remove(id) != null) {
            shares.giveBack(orgId);
        }
    }

    void opened(StreamOpened opened) {
        OpenStream stream = open.get(opened.streamId());
        if (stream != null) {
            stream.opened(opened.details());
        }
    }

    void received(StreamFrame frame) {
        OpenStream stream = open.get(frame.streamId());
        if (stream != null) {
            stream.received(frame);
        }
    }

    void ended(StreamEnded ended) {
        OpenStream stream = open.get(ended.streamId());
        if (stream != null) {
            stream.ended(ended.exitCode(), ended.error());
        }
    }

    /** The connection is gone, and every call with it. */
    void gone() {
        gone = true;
        var error = new CommandError(RejectionCode.NODE_OFFLINE.name(), "the node went away", true);
        new ArrayList<>(open.values()).forEach(stream -> stream.ended(null, error));
    }

    int count() {
        return open.size();
    }
}
