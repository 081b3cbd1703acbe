package dev.aiwm.query.stream;

import dev.aiwm.support.log.LoggedEvent;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One client. Bytes are written only when the connection takes them, so that a slow client holds no
 * thread; one that takes nothing for long is sent away.
 */
final class Subscriber implements WriteListener, AsyncListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(Subscriber.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Executor executor;
    private final Function<LoggedEvent, byte[]> frames;
    private final Instant until;
    private final Runnable gone;
    private final Queue<byte[]> pending = new ArrayDeque<>();
    private final AtomicInteger signals = new AtomicInteger(1);
    private volatile boolean heartbeatDue;
    private volatile Instant stuckSince;
    private volatile boolean ending;
    private volatile boolean closed;
    private boolean unflushed;
    private Feed feed;

    /**
     * @param frames an event's bytes, or null when the client is not to see it
     * @param until when its token ends, or null
     * @param gone run once, at the end
     */
    Subscriber(
            AsyncContext context,
            Executor executor,
            Function<LoggedEvent, byte[]> frames,
            Instant until,
            Runnable gone)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.executor = executor;
        this.frames = frames;
        this.until = until;
        this.gone = gone;
    }

    /** Until then signals are only counted. */
    synchronized void start(byte[] welcome, Feed source) {
        feed = source;
        pending.add(welcome);
        context.addListener(this);
        signals.set(0);
        out.setWriteListener(this);
    }

    /** There may be something to write; repeated signals are one. */
    void signal() {
        if (!closed && signals.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = signals.get();
            writeAlone();
        } while (!closed && !signals.compareAndSet(seen, 0));
    }

    private synchronized void writeAlone() {
        try {
            write();
        } catch (IOException e) {
            LOGGER.trace("The client is gone: the container ends what there was with it", e);
            forget();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        if (!closed) {
            LOGGER.warn("A client of the stream cannot be served", e);
            end();
        }
    }

    private void write() throws IOException {
        while (!closed && !ending && out.isReady()) {
            stuckSince = null;
            byte[] frame = nextFrame();
            if (frame != null) {
                out.write(frame);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return;
            }
        }
        if (ending) {
            end();
        } else if (stuckSince == null) {
            stuckSince = Instant.now();
        }
    }

    private byte[] nextFrame() {
        if (pending.isEmpty() && !fill() && heartbeatDue) {
            pending.add(Frames.HEARTBEAT);
        }
        byte[] frame = pending.poll();
        if (frame != null) {
            heartbeatDue = false;
        }
        return frame;
    }

    private boolean fill() {
        while (pending.isEmpty() && !closed) {
            var part = feed.next();
            if (part.isEmpty()) {
                return false;
            }
            for (LoggedEvent event : part) {
                byte[] frame = frames.apply(event);
                if (frame != null) {
                    pending.add(frame);
                }
            }
        }
        return true;
    }

    /** Shows a proxy that the connection lives, and ends what should not go on. */
    void beat(Instant now) {
        Instant stuck = stuckSince;
        boolean expired = until != null && now.isAfter(until);
        if (expired || stuck != null && stuck.plus(PATIENCE).isBefore(now)) {
            close();
            return;
        }
        heartbeatDue = true;
        signal();
    }

    /**
     * Ended by who writes: whoever ends it during a write leaves bytes of it in the next answer.
     */
    void close() {
        ending = true;
        signal();
    }

    private void end() {
        if (forget()) {
            complete();
        }
    }

    /**
     * The container that tells of an end waits here for who is writing: what it has told the end of
     * it gives to its next connection, which a write that came later would break.
     */
    private boolean forget() {
        if (closed) {
            return false;
        }
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
        }
        feed.close();
        gone.run();
        return true;
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOGGER.trace("The container ended it first", e);
        }
    }

    @Override
    public void onWritePossible() {
        signal();
    }

    @Override
    public void onError(Throwable failure) {
        forget();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        forget();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        forget();
        complete();
    }

    /** Without an end here the container would try to send an error page. */
    @Override
    public void onError(AsyncEvent event) {
        forget();
        complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
