package dev.aiwm.support.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class EventSerializerTest {
    enum Colour {
        RED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    sealed interface Family {}

    @Revision("3")
    record Painted(String what, Colour colour, int coats, Instant at, List<String> by)
            implements Family {}

    private final Serializer serializer =
            Serializers.events(new EventTypes(List.of(new EventFamily(Family.class))));

    @Test
    void an_event_is_stored_under_its_simple_name_and_revision() {
        SerializedObject<byte[]> stored = serializer.serialize(painted(), byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("Painted");
        assertThat(stored.getType().getRevision()).isEqualTo("3");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(painted());
    }

    @Test
    void unknown_fields_are_passed_over_and_unknown_constants_become_the_default() {
        Painted read =
                read(
                        "{\"what\":\"door\",\"colour\":\"MAUVE\",\"coats\":2,"
                                + "\"at\":\"2026-01-01T00:00:00Z\",\"by\":[],\"since\":\"new\"}");
        assertThat(read.colour()).isEqualTo(Colour.UNKNOWN);
        assertThat(read.coats()).isEqualTo(2);
    }

    @Test
    void a_missing_component_is_refused_instead_of_read_as_nothing() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "{\"what\":\"door\",\"colour\":\"RED\","
                                                + "\"at\":\"2026-01-01T00:00:00Z\",\"by\":[]}"))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("coats");
    }

    @Test
    void an_unknown_event_type_stops_the_reader() {
        assertThatThrownBy(() -> serializer.deserialize(stored("Varnished", "{}")))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("Varnished");
    }

    @Test
    void a_class_name_in_the_log_loads_no_class() {
        assertThatThrownBy(() -> serializer.deserialize(stored(String.class.getName(), "\"a\"")))
                .isInstanceOf(UnknownEventTypeException.class);
    }

    @Test
    void what_is_no_event_is_not_stored_as_one() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(UnknownEventTypeException.class);
    }

    @Test
    void metadata_comes_back() {
        MetaData metadata = MetaData.from(Map.of("actor", "u1", "roles", List.of("admin")));
        SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);
        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(metadata);
    }

    @Test
    void two_events_of_one_name_are_refused() {
        assertThatThrownBy(
                        () ->
                                new EventTypes(
                                        List.of(
                                                new EventFamily(Family.class),
                                                new EventFamily(Other.Family.class))))
                .hasMessageContaining("Painted");
    }

    static final class Other {
        sealed interface Family {}

        record Painted() implements Family {}
    }

    private Painted read(String json) {
        return serializer.deserialize(stored("Painted", json));
    }

    private static SerializedObject<byte[]> stored(String type, String json) {
        return new SimpleSerializedObject<>(
                json.getBytes(StandardCharsets.UTF_8), byte[].class, type, "3");
    }

    private static Painted painted() {
        return new Painted("door", Colour.RED, 2, Instant.EPOCH, List.of("ann"));
    }
}
