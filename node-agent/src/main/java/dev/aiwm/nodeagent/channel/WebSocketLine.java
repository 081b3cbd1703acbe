package dev.aiwm.nodeagent.channel;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A line over the JDK's WebSocket, which takes one send at a time and hands over text in fragments.
 * What waits to be sent is bounded: a controller that does not read loses the line, and gets what
 * counts again on the next.
 */
final class WebSocketLine implements Line, WebSocket.Listener {
    static final int MAX_MESSAGE_CHARS = 4 * 1024 * 1024;
    static final int MAX_MESSAGE_BYTES = 64 * 1024;
    private static final int MAX_WAITING = 20_000;
    private static final int ABNORMAL = 1006;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final LineListener listener;
    private final Executor executor;
    private final Queue<Function<WebSocket, CompletableFuture<WebSocket>>> waiting =
            new ArrayDeque<>();
    private final StringBuilder fragments = new StringBuilder();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private WebSocket socket;
    private boolean sending;

    WebSocketLine(LineListener listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    synchronized void opened(WebSocket opened) {
        socket = opened;
    }

    @Override
    public void send(String text) {
        enqueue(to -> to.sendText(text, true));
    }

    @Override
    public void send(ByteBuffer bytes) {
        enqueue(to -> to.sendBinary(bytes, true));
    }

    @Override
    public void ping() {
        enqueue(to -> to.sendPing(NOTHING.duplicate()));
    }

    @Override
    public CompletionStage<?> close() {
        var said = new CompletableFuture<WebSocket>();
        enqueue(
                to -> {
                    var sent = to.sendClose(WebSocket.NORMAL_CLOSURE, "the agent stops");
                    var unused = sent.whenComplete((done, failure) -> said.complete(done));
                    return sent;
                });
        return said;
    }

    @Override
    public void abort() {
        WebSocket open;
        synchronized (this) {
            waiting.clear();
            open = socket;
        }
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        fragments.append(data);
        if (fragments.length() > MAX_MESSAGE_CHARS) {
            broken("a message of the controller is too long");
            return null;
        }
        if (last) {
            String whole = fragments.toString();
            fragments.setLength(0);
            listener.text(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (parts.size() + data.remaining() > MAX_MESSAGE_BYTES) {
            broken("a frame of the controller is too long");
            return null;
        }
        byte[] part = new byte[data.remaining()];
        data.get(part);
        parts.writeBytes(part);
        if (last) {
            var whole = ByteBuffer.wrap(parts.toByteArray());
            parts.reset();
            listener.bytes(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        listener.pong();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        listener.pong();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        listener.closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        listener.closed(ABNORMAL, String.valueOf(error.getMessage()));
    }

    private void enqueue(Function<WebSocket, CompletableFuture<WebSocket>> send) {
        synchronized (this) {
            if (waiting.size() < MAX_WAITING) {
                waiting.add(send);
                if (sending) {
                    return;
                }
                sending = true;
            } else {
                send = null;
            }
        }
        if (send == null) {
            broken("the controller does not read");
            return;
        }
        next();
    }

    private void next() {
        Function<WebSocket, CompletableFuture<WebSocket>> send;
        synchronized (this) {
            send = waiting.poll();
            if (send == null) {
                sending = false;
                return;
            }
        }
        var unused =
                send.apply(socket).whenCompleteAsync((done, failure) -> sent(failure), executor);
    }

    private void sent(Throwable failure) {
        if (failure == null) {
            next();
        } else {
            broken("cannot send: " + failure.getMessage());
        }
    }

    private void broken(String why) {
        abort();
        listener.closed(ABNORMAL, why);
    }
}
