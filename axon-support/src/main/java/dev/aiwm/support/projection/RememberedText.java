package dev.aiwm.support.projection;

import dev.aiwm.support.MostRecent;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import java.util.Collections;
import java.util.Map;

/**
 * Writes values that never change, and of which a state has so many that it differs from the one
 * before by few: the text of each is made once, and forgotten when others were written more lately.
 */
final class RememberedText<T> extends ValueSerializer<T> {
    private static final int MOST = 16_384;

    private final ObjectWriter plain;
    private final Map<Same, SerializableString> texts =
            Collections.synchronizedMap(new MostRecent<>(MOST));

    RememberedText(ObjectWriter plain) {
        this.plain = plain;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        generator.writeRawValue(
                texts.computeIfAbsent(
                        new Same(value),
                        key -> new SerializedString(plain.writeValueAsString(value))));
    }

    /** Equal to itself only: comparing all of two values would cost as much as writing one. */
    private record Same(Object value) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Same same && same.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }
}
