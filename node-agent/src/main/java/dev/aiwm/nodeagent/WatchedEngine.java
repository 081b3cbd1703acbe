package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An engine that is listened to before it is looked at, so that no change falls between. One that
 * hangs is not asked again until it has answered.
 */
final class WatchedEngine {
    private static final Logger log = LoggerFactory.getLogger(WatchedEngine.class);

    private final ResourceDriver driver;
    private final Consumer<ManagedResource> changes;
    private final Executor blocking;
    private boolean listening;
    private CompletableFuture<Seen> look;

    WatchedEngine(ResourceDriver driver, Consumer<ManagedResource> changes, Executor blocking) {
        this.driver = driver;
        this.changes = changes;
        this.blocking = blocking;
    }

    /** What an engine says. */
    record Seen(Fingerprint print, List<ManagedResource> managed, Set<String> engines) {}

    synchronized void ask() {
        if (look == null || look.isDone()) {
            look = CompletableFuture.supplyAsync(this::look, blocking);
        }
    }

    /** One at a time. */
    private Seen look() {
        if (!listening) {
            var unused = driver.events(changes);
            listening = true;
        }
        return new Seen(driver.fingerprint(), driver.recover(), driver.engines());
    }

    /**
     * What it answers to the last question, if it does.
     *
     * @param end of the patience, by {@link System#nanoTime()}
     */
    Optional<Seen> answer(long end) {
        try {
            return Optional.of(
                    lastLook().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        } catch (TimeoutException e) {
            log.warn("driver={} does not answer: the node registers without it", driver.name());
        } catch (ExecutionException e) {
            log.warn(
                    "driver={} fails, the node registers without it: {}",
                    driver.name(),
                    e.getCause().getMessage());
            log.debug("driver={} fails", driver.name(), e);
        }
        return Optional.empty();
    }

    /** Whether it has answered by now; one that has failed is asked again. */
    boolean isBack() {
        var last = lastLook();
        if (last.isCompletedExceptionally()) {
            ask();
        }
        return last.isDone() && !last.isCompletedExceptionally();
    }

    private synchronized CompletableFuture<Seen> lastLook() {
        return look;
    }
}
