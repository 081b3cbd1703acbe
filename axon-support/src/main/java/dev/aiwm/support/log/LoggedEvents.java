package dev.aiwm.support.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

import java.util.Map;

/** Turns Axon's messages into ours. */
public final class LoggedEvents {
    private LoggedEvents() {}

    public static LoggedEvent of(EventMessage<?> message, Position position) {
        Map<String, Object> metadata = new UnreadMetadata(message);
        if (message instanceof DomainEventMessage<?> event) {
            return new LoggedEvent(
                    position,
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getTimestamp(),
                    event.getIdentifier(),
                    event.getPayload(),
                    metadata);
        }
        return new LoggedEvent(
                position,
                null,
                message.getIdentifier(),
                0,
                message.getTimestamp(),
                message.getIdentifier(),
                message.getPayload(),
                metadata);
    }

    public static LoggedEvent of(TrackedEventMessage<?> message) {
        return of(message, positionOf(message.trackingToken()));
    }

    /** Where a reader with this token stands, whatever the store; no token is the start. */
    public static Position positionOf(TrackingToken token) {
        return new Position(Tokens.positionOf(token));
    }

    /** The token of a reader who is to go on after a position. */
    public static TrackingToken tokenAt(Position position) {
        return Tokens.at(position.value());
    }
}
