package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A user: 24 hex digits. Whoever lets users in makes them, not this product, so that one could
 * equal the id of something else; the event stream of a user is named with a prefix.
 */
public record UserId(@JsonValue String value) {
    private static final String STREAM_PREFIX = "user:";

    public UserId {
        ObjectIds.requireValid(value, "UserId");
    }

    @JsonCreator
    public static UserId of(String value) {
        return new UserId(value);
    }

    public static UserId random() {
        return new UserId(ObjectIds.next());
    }

    /** The name of the user's event stream. */
    @Override
    public String toString() {
        return STREAM_PREFIX + value;
    }
}
