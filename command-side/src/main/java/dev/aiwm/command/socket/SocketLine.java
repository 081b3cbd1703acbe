package dev.aiwm.command.socket;

import dev.aiwm.contracts.protocol.CloseCode;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends over a WebSocket without a thread that waits: each message starts when the one before it is
 * out. A peer that does not read makes its queue grow, and a queue that is full ends the session.
 */
public final class SocketLine implements Line {
    private static final Logger LOGGER = LoggerFactory.getLogger(SocketLine.class);
    private static final Runnable NOTHING = () -> {};
    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor closer;
    private final int mostMessages;
    private final long mostBytes;
    private final Deque<Message> queue = new ArrayDeque<>();
    private long queuedBytes;
    private CloseReason farewell;
    private boolean closed;

    /** Nothing is being sent now. */
    private volatile boolean ready = true;

    /** Reasons to look into the queue that were not looked into yet. */
    private final AtomicInteger looks = new AtomicInteger();

    /** Either text or bytes. */
    private record Message(String text, ByteBuffer bytes, int size, Runnable out) {}

    public SocketLine(Session session, Executor closer, int mostMessages, long mostBytes) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.closer = closer;
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
        remote.setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    @Override
    public void send(String text) {
        send(new Message(text, null, text.length(), NOTHING));
    }

    @Override
    public void send(ByteBuffer bytes) {
        send(bytes, NOTHING);
    }

    @Override
    public void send(ByteBuffer bytes, Runnable out) {
        send(new Message(null, bytes, bytes.remaining(), out));
    }

    private void send(Message message) {
        boolean tooMuch;
        synchronized (queue) {
            if (closed || farewell != null) {
                return;
            }
            queue.add(message);
            queuedBytes += message.size();
            tooMuch = queue.size() > mostMessages || queuedBytes > mostBytes;
        }
        if (tooMuch) {
            closeNow(reason(CloseCode.TOO_SLOW, "the other side does not read"));
            return;
        }
        look();
    }

    @Override
    public void close(CloseCode code, String why) {
        synchronized (queue) {
            if (closed || farewell != null) {
                return;
            }
            farewell = reason(code, why);
        }
        look();
    }

    private static CloseReason reason(CloseCode code, String why) {
        return new CloseReason(() -> code.code(), why);
    }

    /** Completions may come on this very thread, while it is in here; they only add a look. */
    private void look() {
        int looked = looks.incrementAndGet();
        if (looked != 1) {
            return;
        }
        while (looked != 0) {
            while (ready && sendNext()) {
                LOGGER.trace("sent");
            }
            looked = looks.addAndGet(-looked);
        }
    }

    private boolean sendNext() {
        Message message;
        CloseReason last;
        synchronized (queue) {
            message = closed ? null : queue.poll();
            last = message == null && !closed ? farewell : null;
            queuedBytes -= message == null ? 0 : message.size();
        }
        if (last != null) {
            closeNow(last);
        }
        if (message == null) {
            return false;
        }
        ready = false;
        try {
            if (message.text() == null) {
                remote.sendBinary(message.bytes(), result -> sent(result, message.out()));
            } else {
                remote.sendText(message.text(), result -> sent(result, message.out()));
            }
        } catch (RuntimeException e) {
            LOGGER.debug("The line broke", e);
            closeNow(reason(CloseCode.GOING_AWAY, "the line broke"));
        }
        return true;
    }

    private void sent(SendResult result, Runnable out) {
        if (result.isOK()) {
            out.run();
            ready = true;
            look();
        } else {
            LOGGER.debug("The line broke", result.getException());
            closeNow(reason(CloseCode.TOO_SLOW, "a message could not be sent"));
        }
    }

    private void closeNow(CloseReason reason) {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            queue.clear();
            queuedBytes = 0;
        }
        try {
            closer.execute(() -> closeSession(reason));
        } catch (RejectedExecutionException e) {
            closeSession(reason);
        }
    }

    private void closeSession(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException e) {
            LOGGER.debug("A broken line was closed", e);
        }
    }
}
