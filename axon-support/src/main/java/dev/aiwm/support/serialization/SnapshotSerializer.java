package dev.aiwm.support.serialization;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** JSON of aggregates, under their simple names. */
final class SnapshotSerializer extends Jackson3Serializer {
    private final SnapshotTypes types;

    SnapshotSerializer(SnapshotTypes types) {
        super(builder().jsonMapperBuilderCustomizer(StoredJson::general));
        this.types = types;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return type.getName().equals(MetaData.class.getName())
                ? MetaData.class
                : types.named(type.getName()).orElse(UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return MetaData.class.isAssignableFrom(type)
                ? new SimpleSerializedType(MetaData.class.getName(), null)
                : new SimpleSerializedType(
                        type.getSimpleName(), getRevisionResolver().revisionOf(type));
    }
}
