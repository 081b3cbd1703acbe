package dev.aiwm.support.deadletter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which moves the saga fails at, and how often. */
class Moods {
    private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();

    void fail(int by, int times) {
        failures.put(by, times);
    }

    void succeed() {
        failures.clear();
    }

    int failed() {
        return failed.get();
    }

    void failOrNot(int by) {
        if (failures.getOrDefault(by, 0) > 0) {
            failures.computeIfPresent(by, (move, left) -> left - 1);
            failed.incrementAndGet();
            throw new IllegalStateException("not " + by);
        }
    }
}
