package dev.aiwm.nodeagent.channel;

import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A dialler whose lines go nowhere, and which remembers everything. */
final class FakeLines implements Dialler {
    final List<FakeLine> lines = new ArrayList<>();
    int dials;
    boolean unreachable;
    CompletableFuture<Line> pending;
    boolean slow;

    @Override
    public CompletionStage<Line> dial(LineListener listener) {
        dials++;
        if (unreachable) {
            return CompletableFuture.failedStage(new ConnectException("unreachable"));
        }
        var line = new FakeLine(listener);
        lines.add(line);
        if (slow) {
            pending = new CompletableFuture<>();
            return pending;
        }
        return CompletableFuture.completedStage(line);
    }

    FakeLine last() {
        return lines.get(lines.size() - 1);
    }

    /** One line; answers pings while it is alive. */
    static final class FakeLine implements Line {
        final LineListener listener;
        final List<String> sent = new ArrayList<>();
        final List<ByteBuffer> frames = new ArrayList<>();
        boolean alive = true;
        boolean aborted;
        boolean closed;

        FakeLine(LineListener listener) {
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void send(ByteBuffer bytes) {
            frames.add(bytes);
        }

        @Override
        public void ping() {
            if (alive) {
                listener.pong();
            }
        }

        @Override
        public CompletionStage<?> close() {
            closed = true;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
