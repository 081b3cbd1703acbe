package dev.aiwm.nodeagent.live;

import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamEnded;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamOpen;
import dev.aiwm.contracts.protocol.StreamOpened;
import dev.aiwm.nodeagent.channel.Loop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The live calls of the connection that there is. Lives on the loop; calls have other threads. */
public final class LiveDesk {
    private static final Logger log = LoggerFactory.getLogger(LiveDesk.class);
    private static final int MOST_CALLS = 256;

    /** Says something to the controller, on the loop. */
    public interface Channel {
        void say(String type, AgentData data);

        void say(ByteBuffer frame);
    }

    private final Repertoire repertoire;
    private final Loop loop;
    private final Executor blocking;
    private final Channel channel;
    private final Map<Integer, LiveCall> calls = new HashMap<>();

    public LiveDesk(Repertoire repertoire, Loop loop, Executor blocking, Channel channel) {
        this.repertoire = repertoire;
        this.loop = loop;
        this.blocking = blocking;
        this.channel = channel;
    }

    public void open(StreamOpen open) {
        if (calls.size() >= MOST_CALLS) {
            var error =
                    new CommandError(
                            "TOO_MANY_STREAMS", MOST_CALLS + " live calls are under way", true);
            channel.say(MessageType.STREAM_ENDED, new StreamEnded(open.streamId(), null, error));
            return;
        }
        var call = new LiveCall(open, repertoire, blocking, new Voice(open.streamId()));
        if (calls.putIfAbsent(open.streamId(), call) == null) {
            blocking.execute(call::run);
        }
    }

    public void received(ByteBuffer bytes) {
        StreamFrame frame;
        try {
            frame = StreamFrame.read(bytes);
        } catch (IllegalArgumentException e) {
            log.warn("a frame cannot be read: {}", e.getMessage());
            return;
        }
        var call = calls.get(frame.streamId());
        if (call != null) {
            call.received(frame);
        }
    }

    public void control(StreamControl control) {
        var call = calls.get(control.streamId());
        if (call != null) {
            call.control(control);
        }
    }

    public void close(int streamId) {
        var call = calls.remove(streamId);
        if (call != null) {
            call.close();
        }
    }

    /** The connection is gone, and with it whoever listened. */
    public void closeAll() {
        calls.values().forEach(LiveCall::close);
        calls.clear();
    }

    /** Speaks only while its call is one of this connection's. */
    private final class Voice implements LiveCall.Voice {
        private final int streamId;

        Voice(int streamId) {
            this.streamId = streamId;
        }

        @Override
        public void say(StreamFrame frame) {
            whileOpen(() -> channel.say(frame.write()));
        }

        @Override
        public void opened(StreamOpened opened) {
            whileOpen(() -> channel.say(MessageType.STREAM_OPENED, opened));
        }

        @Override
        public void ended(StreamEnded ended) {
            whileOpen(
                    () -> {
                        calls.remove(streamId).close();
                        channel.say(MessageType.STREAM_ENDED, ended);
                    });
        }

        private void whileOpen(Runnable words) {
            loop.run(
                    () -> {
                        if (calls.containsKey(streamId)) {
                            words.run();
                        }
                    });
        }
    }
}
