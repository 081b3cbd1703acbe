package dev.aiwm.query.stream;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.Shares;

import jakarta.servlet.AsyncContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All clients of the stream, served by few threads. */
@Component
class StreamHub implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamHub.class);
    private static final int THREADS = 4;
    private static final int MOST = 2_000;
    private static final long BEAT_SECONDS = 15;

    private final EventLog log;
    private final EventTail tail;
    private final Frames frames;
    private final Owners owners;
    private final Shares shares = new Shares(MOST, "clients that follow the stream");
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ScheduledFuture<?> beating;
    private final ThreadPoolExecutor writers =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    threads(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledThreadPoolExecutor beats = new ScheduledThreadPoolExecutor(1, threads());

    StreamHub(EventLog log, EventTail tail, Frames frames, Owners owners) {
        this.log = log;
        this.tail = tail;
        this.frames = frames;
        this.owners = owners;
        writers.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory threads() {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "event-stream-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Position head() {
        return log.head();
    }

    int clients() {
        return subscribers.size();
    }

    /** A place for one who is subscribed next, and gives it back in the end. */
    void enter(Caller caller) {
        if (!running) {
            throw new Rejection(RejectionCode.UNAVAILABLE, "the stream ends with the program");
        }
        shares.take(caller.orgId());
    }

    /**
     * @param until when the client's token ends, or null
     */
    void subscribe(AsyncContext context, Wanted wanted, Position after, Instant until)
            throws IOException {
        var own = new Subscriber[1];
        own[0] =
                new Subscriber(
                        context,
                        writers,
                        event -> wanted.includes(event, owners) ? frames.of(event) : null,
                        until,
                        () -> {
                            subscribers.remove(own[0]);
                            shares.giveBack(wanted.caller().orgId());
                        });
        subscribers.add(own[0]);
        own[0].start(Frames.welcome(after), new Feed(log, tail, after, own[0]::signal));
    }

    /** Whoever has heard nothing since the last beat hears of it, and who is stuck is sent away. */
    void beat(Instant now) {
        for (Subscriber subscriber : subscribers) {
            try {
                subscriber.beat(now);
            } catch (RuntimeException e) {
                LOGGER.warn("A client of the stream cannot be served", e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        beating =
                beats.scheduleWithFixedDelay(
                        () -> beat(Instant.now()), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Comes before the web server waits for its requests to end: these never do. */
    @Override
    public void stop() {
        running = false;
        beating.cancel(false);
        beats.shutdown();
        subscribers.forEach(Subscriber::close);
        writers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
