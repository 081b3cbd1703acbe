package dev.aiwm.support.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AggregateRoot;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import java.io.Serial;

/** How what we store is written and read; each setting is pinned by a test. */
final class StoredJson {
    private static final String SAGA = "org.axonframework.spring.stereotype.Saga";

    private StoredJson() {}

    /**
     * Strict on what is missing (a new component needs an upcaster that supplies it), tolerant of
     * what is unknown (an older program reads what a newer one wrote).
     */
    static void events(JsonMapper.Builder json) {
        tolerant(json);
        json.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** Axon's own types, tokens among them, which were made for Jackson 2's defaults; and sagas. */
    static void general(JsonMapper.Builder json) {
        tolerant(json);
        json.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType(String.class)
                        .build());
        json.annotationIntrospector(new FieldsOfStatefulTypes());
    }

    private static void tolerant(JsonMapper.Builder json) {
        json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    /** Aggregates and sagas are stored by their fields, which stay private. */
    private static final class FieldsOfStatefulTypes extends JacksonAnnotationIntrospector {
        @Serial private static final long serialVersionUID = 1;

        @Override
        public VisibilityChecker findAutoDetectVisibility(
                MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
            VisibilityChecker found = super.findAutoDetectVisibility(config, type, checker);
            if (!isStateful(type.getRawType())) {
                return found;
            }
            return found.with(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY);
        }

        private static boolean isStateful(Class<?> type) {
            return AnnotationUtils.isAnnotationPresent(type, AggregateRoot.class)
                    || AnnotationUtils.isAnnotationPresent(type, SAGA);
        }
    }
}
