package dev.aiwm.support.log;

import java.time.Instant;
import java.util.Map;

/**
 * An event as it stands in the log, upcast to its newest revision.
 *
 * @param position of this event: to read what follows, read after it
 * @param aggregateType null for an event of no aggregate
 * @param sequence place within the aggregate's own stream, from 0
 */
public record LoggedEvent(
        Position position,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant timestamp,
        String eventId,
        Object payload,
        Map<String, Object> metadata) {}
