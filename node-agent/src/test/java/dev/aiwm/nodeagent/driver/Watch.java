package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a driver has told, in order. */
final class Watch implements AutoCloseable {
    private final BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
    private final Subscription subscription;
    private final Duration patience;

    Watch(ResourceDriver driver, Duration patience) {
        this.patience = patience;
        subscription = driver.events(told::add);
    }

    /** The first event from here on that tells this state of this resource. */
    ManagedResource await(ResourceId resourceId, ObservedState state) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError(resourceId + " was not told to be " + state);
                }
                if (next.resourceId().equals(resourceId) && next.observation().state() == state) {
                    return next;
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    boolean isSilent() {
        return told.isEmpty();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
