package dev.aiwm.web.json;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;

/**
 * Enums have a constant for what an older program does not know. It is there for reading the past
 * and is no value that a client may send.
 */
final class KnownEnumsOnly extends ValueDeserializerModifier {

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new Refusing(type.getRawClass(), deserializer);
    }

    private static final class Refusing extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final ValueDeserializer<?> known;

        Refusing(Class<?> type, ValueDeserializer<?> known) {
            this.type = type;
            this.known = known;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, BeanProperty property) {
            return new Refusing(type, known.createContextual(context, property));
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            Object read = known.deserialize(json, context);
            if (read instanceof Enum<?> constant && isFallback(constant)) {
                return context.reportInputMismatch(type, "not a value to send");
            }
            return read;
        }

        private static boolean isFallback(Enum<?> constant) {
            try {
                return constant.getDeclaringClass()
                        .getField(constant.name())
                        .isAnnotationPresent(JsonEnumDefaultValue.class);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
