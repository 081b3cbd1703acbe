package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.exception.NotFoundException;

import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What containers have written into themselves, as the engine tells it. The engine looks at every
 * file for that, so it is asked only now and then, and nothing else waits long for it.
 */
final class DiskUse implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiskUse.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long GIB = 1L << 30;

    private final Engine engine;
    private final Clock clock;
    private final Map<String, Measured> measured = new ConcurrentHashMap<>();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final ExecutorService surveyor =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "docker-disk-use");
                        thread.setDaemon(true);
                        return thread;
                    });

    DiskUse(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    private record Measured(Long bytes, Instant at) {}

    /** A look at some containers, on its way. */
    static final class Survey {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final long begin = System.nanoTime();

        /** Waits a little for what is being looked at. */
        void await() {
            long left = begin + PATIENCE.toNanos() - System.nanoTime();
            try {
                boolean unused = looked.await(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(e);
            }
        }
    }

    void forgetAllBut(Collection<String> containerIds) {
        measured.keySet().retainAll(containerIds);
    }

    /** Looks anew at those it has not looked at for a while. */
    Survey survey(Collection<String> containerIds) {
        var old = clock.instant().minus(GOOD_FOR);
        for (String containerId : containerIds) {
            var known = measured.get(containerId);
            if ((known == null || known.at().isBefore(old)) && queued.add(containerId)) {
                surveyor.execute(() -> look(containerId));
            }
        }
        var survey = new Survey();
        surveyor.execute(survey.looked::countDown);
        return survey;
    }

    /** In the nearest number of GB; null when the engine does not tell, or has not yet. */
    Long gigabytes(String containerId) {
        var known = measured.get(containerId);
        return known == null || known.bytes() == null
                ? null
                : Math.round((double) known.bytes() / GIB);
    }

    private void look(String containerId) {
        try {
            measured.put(containerId, new Measured(bytes(containerId), clock.instant()));
        } catch (DriverException e) {
            log.debug("not measured container={}: {}", containerId, e.getMessage());
        } finally {
            queued.remove(containerId);
        }
    }

    private Long bytes(String containerId) {
        return engine.ask(
                client -> {
                    try {
                        return client.inspectContainerCmd(containerId)
                                .withSize(true)
                                .exec()
                                .getSizeRw();
                    } catch (NotFoundException e) {
                        return null;
                    }
                });
    }

    @Override
    public void close() {
        surveyor.shutdownNow();
    }
}
