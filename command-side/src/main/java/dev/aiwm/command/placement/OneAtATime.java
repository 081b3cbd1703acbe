package dev.aiwm.command.placement;

import dev.aiwm.contracts.ResourceId;

import org.springframework.stereotype.Component;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who claims compute for a resource and may give it back again does so alone: else the one that is
 * refused would give away what another has just begun to start with.
 */
@Component
public class OneAtATime {
    private static final int LOCKS = 256;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    public <T> T on(ResourceId id, Supplier<T> work) {
        var lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
