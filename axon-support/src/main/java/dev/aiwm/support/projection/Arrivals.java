package dev.aiwm.support.projection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes who waits for a document that this process writes. */
final class Arrivals {
    private final Map<String, Set<Arrival>> expected = new ConcurrentHashMap<>();

    void announce(Set<String> ids) {
        if (expected.isEmpty()) {
            return;
        }
        for (String id : ids) {
            expected.getOrDefault(id, Set.of()).forEach(Arrival::announce);
        }
    }

    /** From now on nothing that arrives is missed. */
    Arrival expect(String id) {
        var arrival = new Arrival(id);
        expected.compute(
                id,
                (key, others) -> {
                    Set<Arrival> all = others == null ? new CopyOnWriteArraySet<>() : others;
                    all.add(arrival);
                    return all;
                });
        return arrival;
    }

    /** One who waits. */
    final class Arrival implements AutoCloseable {
        private final String id;
        private final Semaphore announced = new Semaphore(0);

        private Arrival(String id) {
            this.id = id;
        }

        private void announce() {
            announced.release();
        }

        boolean await(long nanos) throws InterruptedException {
            boolean woken = announced.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            announced.drainPermits();
            return woken;
        }

        @Override
        public void close() {
            expected.computeIfPresent(
                    id,
                    (key, others) -> {
                        others.remove(this);
                        return others.isEmpty() ? null : others;
                    });
        }
    }
}
