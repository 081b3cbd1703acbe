package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverException;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for something to happen to a domain. */
final class Waiting implements AutoCloseable {
    private final DomainWatch watch;
    private final UUID uuid;
    private final Semaphore events = new Semaphore(0);

    Waiting(DomainWatch watch, UUID uuid) {
        this.watch = watch;
        this.uuid = uuid;
    }

    void wake(UUID happened) {
        if (uuid.equals(happened)) {
            events.release();
        }
    }

    /** Returns at the next event, or when the time is over. */
    void sleep(Duration longest) {
        try {
            if (events.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                events.drainPermits();
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    @Override
    public void close() {
        watch.forget(this);
    }
}
