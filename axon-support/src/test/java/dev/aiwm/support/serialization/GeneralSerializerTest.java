package dev.aiwm.support.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class GeneralSerializerTest {
    private final Serializer serializer = Serializers.general();

    static Stream<TrackingToken> every_token_that_we_store() {
        var at = new GlobalSequenceTrackingToken(3);
        var until = new GlobalSequenceTrackingToken(9);
        return Stream.of(
                at,
                ReplayToken.createReplayToken(until, at, "because"),
                ReplayToken.createReplayToken(until),
                new ConfigToken(Map.of("id", "x")));
    }

    @ParameterizedTest
    @MethodSource
    void every_token_that_we_store(TrackingToken token) {
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(token);
    }

    record Older(String name, int added) {}

    @Test
    void a_number_that_an_older_program_did_not_write_is_read_as_zero() {
        Older read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8),
                                byte[].class,
                                Older.class.getName(),
                                null));
        assertThat(read).isEqualTo(new Older("a", 0));
    }

    @Saga
    static class Process {
        private String step;

        @SuppressWarnings("unused") // there so that it is not stored
        private final transient Object gateway = new Object();

        private Process() {}

        String getSomethingElse() {
            return "never stored";
        }
    }

    @Test
    void a_saga_is_stored_by_its_private_fields() {
        var process = new Process();
        process.step = "second";
        SerializedObject<byte[]> stored = serializer.serialize(process, byte[].class);

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo("{\"step\":\"second\"}");
        assertThat(serializer.<byte[], Process>deserialize(stored).step).isEqualTo("second");
    }

    @Aggregate
    @Revision("7")
    static class Thing {
        private List<String> parts;
    }

    @Test
    void an_aggregate_is_stored_under_its_simple_name() {
        var types = new SnapshotTypes(List.of(Thing.class), new AnnotationRevisionResolver());
        Serializer snapshots = Serializers.snapshots(types);
        var thing = new Thing();
        thing.parts = List.of("a", "b");
        SerializedObject<byte[]> stored = snapshots.serialize(thing, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("Thing");
        assertThat(stored.getType().getRevision()).isEqualTo("7");
        assertThat(snapshots.<byte[], Thing>deserialize(stored).parts).containsExactly("a", "b");
    }
}
