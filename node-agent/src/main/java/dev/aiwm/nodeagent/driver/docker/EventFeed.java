package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells what becomes of our containers. The engine's events say when to look; what is told is what
 * is then seen. Since a stream can end, or die without a word, everything is also looked at from
 * time to time and whenever the stream is opened anew. One thread looks and tells.
 */
final class EventFeed implements AutoCloseable {
    static final Duration BETWEEN_SCANS = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(500);
    private static final Duration OVERLAP = Duration.ofSeconds(1);

    private final Engine engine;
    private final String nodeId;
    private final Gaze gaze;
    private final Clock clock;
    private final Duration betweenScans;
    private final List<Consumer<ManagedResource>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Map<ResourceId, ManagedResource> told = new HashMap<>();
    private final Looks looks = new Looks(System::nanoTime);
    private Thread thread;
    private volatile boolean closed;
    private EventStream stream;
    private Instant heardUntil;
    private boolean blind;

    EventFeed(Engine engine, String nodeId, Gaze gaze, Clock clock, Duration betweenScans) {
        this.engine = engine;
        this.nodeId = nodeId;
        this.gaze = gaze;
        this.clock = clock;
        this.betweenScans = betweenScans;
    }

    /** Something about a container has changed, or, without a mark, a stream has ended. */
    private record Signal(Mark mark, Instant at, EventStream ended) {
        static Signal of(Mark mark, Instant at) {
            return new Signal(mark, at, null);
        }

        static Signal end(EventStream stream) {
            return new Signal(null, null, stream);
        }
    }

    /** From now on: what is there now is not told. */
    synchronized Subscription add(Consumer<ManagedResource> listener) {
        if (thread == null) {
            heardUntil = clock.instant();
            remember();
            thread = new Thread(this::run, "docker-events");
            thread.setDaemon(true);
            thread.start();
        }
        listeners.add(listener);
        return () -> {
            boolean unused = listeners.remove(listener);
        };
    }

    /** There is news of the container that no event of the engine tells. */
    void look(Mark mark) {
        signals.add(Signal.of(mark, Instant.EPOCH));
    }

    /** Without an engine nothing is known, and everything is told once it is there. */
    private void remember() {
        try {
            gaze.everything().forEach(seen -> told.put(seen.resourceId(), seen));
        } catch (DriverException e) {
            log.warn("not there yet: {}", e.getMessage());
        }
    }

    private void run() {
        var nextScan = clock.instant();
        while (!closed) {
            try {
                if (stream == null) {
                    open();
                    nextScan = clock.instant();
                }
                if (!clock.instant().isBefore(nextScan)) {
                    scan();
                    nextScan = clock.instant().plus(betweenScans);
                }
                looks.due().forEach(mark -> tell(gaze.at(mark)));
                var untilScan = Duration.between(clock.instant(), nextScan);
                long wait = Math.min(untilScan.toMillis(), looks.millisUntilDue());
                var signal = signals.poll(Math.max(0, wait), TimeUnit.MILLISECONDS);
                if (signal != null) {
                    heard(signal);
                }
            } catch (DriverException e) {
                complain(e);
                hangUp();
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    log.error("a fault in looking at containers", e);
                }
                hangUp();
                pause();
            }
        }
    }

    private void complain(DriverException fault) {
        if (!blind && !closed) {
            log.warn("cannot see containers code={}: {}", fault.code(), fault.getMessage());
        }
        blind = true;
    }

    private void open() {
        engine.reconsider();
        stream = new EventStream(engine, nodeId, gaze);
        stream.listen(heardUntil.minus(OVERLAP), new Listening());
        blind = false;
    }

    private void heard(Signal signal) {
        if (signal.mark() == null) {
            ended(signal.ended());
            return;
        }
        if (signal.at().isAfter(heardUntil)) {
            heardUntil = signal.at();
        }
        looks.add(signal.mark());
    }

    /** One that was hung up ends, too; that says nothing about the one in use. */
    private void ended(EventStream one) {
        if (one == stream) {
            log.info("the stream of events ended");
            hangUp();
            pause();
        }
    }

    private void scan() {
        var missing = new HashSet<>(told.keySet());
        for (var seen : gaze.everything()) {
            missing.remove(seen.resourceId());
            tell(seen);
        }
        for (var resourceId : missing) {
            var last = told.get(resourceId);
            tell(gaze.at(new Mark(resourceId, last.resourceType(), last.generation(), false)));
        }
    }

    private void tell(ManagedResource seen) {
        var last = told.get(seen.resourceId());
        boolean absent = gaze.isAbsent(seen);
        if (seen.equals(last) || (absent && last == null)) {
            return;
        }
        if (absent) {
            told.remove(seen.resourceId());
        } else {
            told.put(seen.resourceId(), seen);
        }
        listeners.forEach(listener -> listener.accept(seen));
    }

    private void hangUp() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_ANOTHER_TRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            running.interrupt();
        }
        listeners.clear();
    }

    private final class Listening implements EventStream.Listener {
        @Override
        public void happened(Mark mark, Instant at) {
            signals.add(Signal.of(mark, at));
        }

        @Override
        public void ended(EventStream which) {
            signals.add(Signal.end(which));
        }
    }
}
