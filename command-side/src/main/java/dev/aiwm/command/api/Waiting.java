package dev.aiwm.command.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Who waits until it happens; each for as long as it likes. */
final class Waiting<K> {
    private final Map<K, List<CompletableFuture<Boolean>>> all = new ConcurrentHashMap<>();

    /** True when it happens, false when time runs out first. */
    CompletableFuture<Boolean> until(K key, Duration patience) {
        var one = new CompletableFuture<Boolean>();
        all.compute(
                key,
                (same, others) -> {
                    List<CompletableFuture<Boolean>> both =
                            others == null ? new ArrayList<>() : others;
                    both.add(one);
                    return both;
                });
        return one.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((happened, failure) -> leave(key, one));
    }

    private void leave(K key, CompletableFuture<Boolean> one) {
        all.computeIfPresent(
                key,
                (same, others) -> {
                    others.removeIf(other -> other == one);
                    return others.isEmpty() ? null : others;
                });
    }

    void happened(K key) {
        var waiting = all.remove(key);
        if (waiting != null) {
            waiting.forEach(one -> one.completeAsync(() -> true));
        }
    }
}
