package dev.aiwm.query.past;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.springframework.stereotype.Component;

import java.util.List;

/** Streams of one aggregate whose events know their places in the log, whatever the store. */
@Component
class Streams {
    private static final int PART = 200;

    private final EventLog log;

    Streams(EventLog log) {
        this.log = log;
    }

    List<LoggedEvent> read(String stream, long firstSequence, int limit) {
        return log.readAggregate(stream, firstSequence, limit);
    }

    LoggedEvent located(LoggedEvent event) {
        if (event.position() != null) {
            return event;
        }
        return new LoggedEvent(
                positionOf(event),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp(),
                event.eventId(),
                event.payload(),
                event.metadata());
    }

    /** Axon Server does not tell: looks for the event where the log was just before it. */
    private Position positionOf(LoggedEvent wanted) {
        Position after = log.positionAt(wanted.timestamp().minusMillis(1));
        while (true) {
            List<LoggedEvent> part = log.read(after, PART);
            if (part.isEmpty()) {
                throw new IllegalStateException("event " + wanted.eventId() + " is not in the log");
            }
            for (LoggedEvent event : part) {
                if (event.eventId().equals(wanted.eventId())) {
                    return event.position();
                }
                after = event.position();
            }
        }
    }

    /** How many of the events, which are in the order of their stream, are not after a position. */
    int countUpTo(List<LoggedEvent> events, Position position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (located(events.get(middle)).position().isAfter(position)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
