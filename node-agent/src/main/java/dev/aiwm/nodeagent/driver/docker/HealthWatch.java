package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks our running containers whether they are well, those that are to be asked over HTTP. Whoever
 * looks at containers tells which run; one that was not seen for a while is not asked any more.
 */
final class HealthWatch implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final Duration OUT_OF_SIGHT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Consumer<Mark> changed;
    private final Map<ResourceId, Watched> watched = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor askers;
    private boolean closed;

    /**
     * @param changed told when a container counts as well or unwell from now on; returns at once
     */
    HealthWatch(Clock clock, Consumer<Mark> changed) {
        this.clock = clock;
        this.changed = changed;
        timer = new ScheduledThreadPoolExecutor(1, named("docker-health"));
        askers =
                new ThreadPoolExecutor(
                        AT_ONCE,
                        AT_ONCE,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        named("docker-health-question"));
        askers.allowCoreThreadTimeOut(true);
    }

    private static final class Watched {
        private Patient patient;
        private Instant seenAt;
        private Judgement judgement = Judgement.NONE;

        private Watched(Patient patient, Instant seenAt) {
            this.patient = patient;
            this.seenAt = seenAt;
        }
    }

    /** It runs, and is asked from now on; for the first time when it has run for an interval. */
    synchronized void saw(Patient patient) {
        var resourceId = patient.mark().resourceId();
        var now = clock.instant();
        var known = watched.get(resourceId);
        if (known != null && known.patient.isSameRunAs(patient)) {
            known.patient = patient;
            known.seenAt = now;
            return;
        }
        var fresh = new Watched(patient, now);
        watched.put(resourceId, fresh);
        var due = patient.startedAt().plus(patient.probe().interval());
        askIn(Duration.between(now, due), fresh);
    }

    /** It does not run, or is not to be asked. */
    synchronized void forget(ResourceId resourceId) {
        watched.remove(resourceId);
    }

    /** What is wrong with the container; null as long as it does not count as unwell. */
    synchronized String complaint(ResourceId resourceId, String containerId) {
        var known = watched.get(resourceId);
        return known != null && known.patient.containerId().equals(containerId)
                ? known.judgement.complaint()
                : null;
    }

    private synchronized void askIn(Duration delay, Watched each) {
        if (!closed) {
            var unused =
                    timer.schedule(
                            () -> askers.execute(() -> ask(each)),
                            Math.max(0, delay.toMillis()),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void ask(Watched each) {
        var patient = stillToAsk(each);
        if (patient == null) {
            return;
        }
        boolean starting = patient.isStarting(clock.instant());
        if (isNews(each, patient.ask(), starting)) {
            changed.accept(patient.mark());
        }
        askIn(patient.probe().interval(), each);
    }

    private synchronized Patient stillToAsk(Watched each) {
        var resourceId = each.patient.mark().resourceId();
        if (watched.get(resourceId) != each) {
            return null;
        }
        if (each.seenAt.plus(OUT_OF_SIGHT).isBefore(clock.instant())) {
            watched.remove(resourceId);
            return null;
        }
        return each.patient;
    }

    private synchronized boolean isNews(Watched each, String fault, boolean starting) {
        var before = each.judgement;
        each.judgement = before.after(fault, starting, each.patient.probe().retries());
        return !Objects.equals(before.complaint(), each.judgement.complaint());
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        watched.clear();
        timer.shutdownNow();
        askers.shutdownNow();
    }
}
