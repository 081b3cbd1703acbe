package dev.aiwm.support.projection;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

import java.util.ArrayList;
import java.util.List;

/**
 * Events that follow each other in the log, less those that a projection does not want. Axon's
 * processors take it for one event: what they do for each of their events, and for each segment,
 * costs more than a fold.
 */
record Stretch(List<TrackedEventMessage<?>> events) {
    /** As the one event that it passes for, with the token of the last of all it stands for. */
    TrackedEventMessage<Stretch> upTo(TrackedEventMessage<?> last) {
        return new GenericTrackedEventMessage<>(
                last.trackingToken(),
                new GenericEventMessage<>(
                        last.getIdentifier(), this, MetaData.emptyInstance(), last.getTimestamp()));
    }

    static Stretch in(EventMessage<?> message) {
        return (Stretch) message.getPayload();
    }

    boolean concerns(Segment segment) {
        for (TrackedEventMessage<?> event : events) {
            if (segment.matches(streamOf(event))) {
                return true;
            }
        }
        return false;
    }

    /** What is a segment's of all, behind a place. */
    static List<LoggedEvent> eventsOf(
            List<? extends EventMessage<?>> stretches, Segment segment, Position after) {
        var events = new ArrayList<LoggedEvent>(stretches.size());
        for (EventMessage<?> stretch : stretches) {
            for (TrackedEventMessage<?> message : in(stretch).events) {
                if (segment.matches(streamOf(message))) {
                    LoggedEvent event = LoggedEvents.of(message);
                    if (event.position().isAfter(after)) {
                        events.add(event);
                    }
                }
            }
        }
        return events;
    }

    private static String streamOf(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }
}
