package dev.aiwm.support.serialization;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** JSON of events and of their metadata, under the names of {@link EventTypes}. */
final class EventSerializer extends Jackson3Serializer {
    private final EventTypes types;

    EventSerializer(EventTypes types) {
        super(builder().jsonMapperBuilderCustomizer(StoredJson::events));
        this.types = types;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        if (name.equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        if (type.equals(SerializedType.emptyType())) {
            return Void.class;
        }
        return types.named(name)
                .orElseThrow(() -> new UnknownEventTypeException(name, type.getRevision()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        if (!types.contains(type)) {
            throw new UnknownEventTypeException(type.getName(), null);
        }
        return new SimpleSerializedType(
                type.getSimpleName(), getRevisionResolver().revisionOf(type));
    }
}
