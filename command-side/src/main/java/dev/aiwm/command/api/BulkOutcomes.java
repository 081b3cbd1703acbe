package dev.aiwm.command.api;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkStarted;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Hears, in whatever process, when a bulk operation has ended. The log is followed from the first
 * time that someone waits.
 */
@Component
class BulkOutcomes implements AutoCloseable {
    private final EventLog log;
    private final EventTail tail;
    private final Map<BulkId, CompletableFuture<Boolean>> ends = new ConcurrentHashMap<>();
    private final Map<BulkId, CompletableFuture<Boolean>> beginnings = new ConcurrentHashMap<>();
    private EventTail.Following following;

    BulkOutcomes(EventLog log, EventTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /** True at the end, false when time ran out first; to be called before it can have ended. */
    CompletableFuture<Boolean> of(BulkId id, Duration patience) {
        return await(ends, id, patience);
    }

    /** True when it has begun, or when the schedule that wanted it has given it up. */
    CompletableFuture<Boolean> beginningOf(BulkId id, Duration patience) {
        return await(beginnings, id, patience);
    }

    private CompletableFuture<Boolean> await(
            Map<BulkId, CompletableFuture<Boolean>> waiting, BulkId id, Duration patience) {
        follow();
        return waiting.computeIfAbsent(id, absent -> new CompletableFuture<>())
                .copy()
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, failure) -> waiting.remove(id));
    }

    private synchronized void follow() {
        if (following == null) {
            following = tail.follow(log.head(), this::hear);
        }
    }

    private void hear(LoggedEvent event) {
        if (event.payload() instanceof BulkStarted started) {
            complete(beginnings, started.bulkId());
        } else if (event.payload() instanceof BulkEnded ended) {
            complete(ends, ended.bulkId());
        } else if (event.payload() instanceof ScheduleRunEnded ended) {
            complete(beginnings, ended.bulkId());
            complete(ends, ended.bulkId());
        }
    }

    private static void complete(Map<BulkId, CompletableFuture<Boolean>> waiting, BulkId id) {
        CompletableFuture<Boolean> outcome = waiting.remove(id);
        if (outcome != null) {
            outcome.completeAsync(() -> true);
        }
    }

    @Override
    public synchronized void close() {
        if (following != null) {
            following.close();
        }
    }
}
