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
import java.util.concurrent.CompletableFuture;

/**
 * Hears, in whatever process, when a bulk operation has ended. The log is followed from the first
 * time that someone waits.
 */
@Component
class BulkOutcomes implements AutoCloseable {
    private final EventLog log;
    private final EventTail tail;
    private final Waiting<BulkId> ends = new Waiting<>();
    private final Waiting<BulkId> beginnings = new Waiting<>();
    private EventTail.Following following;

    BulkOutcomes(EventLog log, EventTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /** True at the end, false when time ran out first; to be called before it can have ended. */
    CompletableFuture<Boolean> of(BulkId id, Duration patience) {
        follow();
        return ends.until(id, patience);
    }

    /** True when it has begun, or when the schedule that wanted it has given it up. */
    CompletableFuture<Boolean> beginningOf(BulkId id, Duration patience) {
        follow();
        return beginnings.until(id, patience);
    }

    private synchronized void follow() {
        if (following == null) {
            following = tail.follow(log.head(), this::hear);
        }
    }

    private void hear(LoggedEvent event) {
        if (event.payload() instanceof BulkStarted started) {
            beginnings.happened(started.bulkId());
        } else if (event.payload() instanceof BulkEnded ended) {
            ends.happened(ended.bulkId());
        } else if (event.payload() instanceof ScheduleRunEnded ended) {
            beginnings.happened(ended.bulkId());
            ends.happened(ended.bulkId());
        }
    }

    @Override
    public synchronized void close() {
        if (following != null) {
            following.close();
        }
    }
}
