package dev.aiwm.support.serialization;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The serializers of every process. */
public final class Serializers {
    private Serializers() {}

    /** Of tokens, sagas, commands and queries. */
    public static Serializer general() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(StoredJson::general)
                .build();
    }

    public static Serializer events(EventTypes types) {
        return new EventSerializer(types);
    }

    public static Serializer snapshots(SnapshotTypes types) {
        return new SnapshotSerializer(types);
    }
}
