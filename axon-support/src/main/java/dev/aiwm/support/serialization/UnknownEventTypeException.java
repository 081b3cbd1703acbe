package dev.aiwm.support.serialization;

import org.axonframework.serialization.SerializationException;

import java.io.Serial;

/**
 * The log has an event that this program does not know. Going on without it would silently lose
 * what it says, so reading stops.
 */
public final class UnknownEventTypeException extends SerializationException {
    @Serial private static final long serialVersionUID = 1;

    UnknownEventTypeException(String name, String revision) {
        super("unknown event type '" + name + "', revision " + revision);
    }
}
