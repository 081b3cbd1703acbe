package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * At which resources to look, and when: the engine tells of one in bursts, and one look after a
 * burst sees what many would have seen. For one thread.
 */
final class Looks {
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier nanos;

    /** The one that is due first comes first, since all wait equally long. */
    private final Map<ResourceId, Look> waiting = new LinkedHashMap<>();

    Looks(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Look(Mark mark, long dueAt) {}

    void add(Mark mark) {
        waiting.merge(
                mark.resourceId(),
                new Look(mark, nanos.getAsLong() + BURST_NANOS),
                (before, now) -> new Look(mark, before.dueAt()));
    }

    long millisUntilDue() {
        return waiting.values().stream()
                .findFirst()
                .map(look -> TimeUnit.NANOSECONDS.toMillis(look.dueAt() - nanos.getAsLong()) + 1)
                .orElse(Long.MAX_VALUE);
    }

    /** These are waited for no longer. */
    List<Mark> due() {
        var due = new ArrayList<Mark>();
        long now = nanos.getAsLong();
        waiting.values()
                .removeIf(
                        look -> {
                            boolean is = now - look.dueAt() >= 0;
                            if (is) {
                                due.add(look.mark());
                            }
                            return is;
                        });
        return due;
    }
}
