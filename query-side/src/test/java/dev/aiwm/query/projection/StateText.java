package dev.aiwm.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.types.Binary;

/** The state that a document holds, written over by hand. */
final class StateText {
    private StateText() {}

    static Binary with(Binary state, String old, String other) {
        return new Binary(new String(state.getData(), UTF_8).replace(old, other).getBytes(UTF_8));
    }
}
