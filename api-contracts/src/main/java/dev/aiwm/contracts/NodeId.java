package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * A node: a name chosen by whoever registers it. Because people choose it, it could equal the id of
 * something else, so the event stream of a node is named with a prefix; everywhere else the plain
 * value is used.
 */
public record NodeId(@JsonValue String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String STREAM_PREFIX = "node:";

    public NodeId {
        requireNonNull(value, "value is null");
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "NodeId must be 1 to 64 letters, digits, '.', '_' or '-': '" + value + "'");
        }
    }

    @JsonCreator
    public static NodeId of(String value) {
        return new NodeId(value);
    }

    /** The name of the node's event stream. */
    @Override
    public String toString() {
        return STREAM_PREFIX + value;
    }
}
