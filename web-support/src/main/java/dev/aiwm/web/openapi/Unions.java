package dev.aiwm.web.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.schedule.timing.Timing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes closed unions so that generators understand them: one schema that names its cases and
 * says which value of the discriminator means which, and cases that stand by themselves.
 */
final class Unions {
    private static final String REF = "#/components/schemas/";
    private static final List<Class<?>> UNIONS =
            List.of(ResourceConfig.class, ResourceTask.class, Timing.class);

    private Unions() {}

    @SuppressWarnings("rawtypes")
    static void addTo(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (Class<?> union : UNIONS) {
            describe(union, schemas);
        }
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> union, Map<String, Schema> schemas) {
        if (!schemas.containsKey(union.getSimpleName())) {
            return;
        }
        String property = union.getAnnotation(JsonTypeInfo.class).property();
        var discriminator = new Discriminator().propertyName(property);
        var described = new Schema<>().discriminator(discriminator);
        for (JsonSubTypes.Type type : union.getAnnotation(JsonSubTypes.class).value()) {
            String name = type.value().getSimpleName();
            discriminator.mapping(type.name(), REF + name);
            described.addOneOfItem(new Schema<>().$ref(REF + name));
            schemas.computeIfPresent(
                    name, (key, before) -> standingAlone(before, property, type.name()));
        }
        schemas.put(union.getSimpleName(), described);
        schemas.values().forEach(schema -> refer(schema, union.getSimpleName(), described));
    }

    /** What a generator merges from two places, in one. */
    private static Schema<?> standingAlone(Schema<?> before, String property, String name) {
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        var constant = new StringSchema();
        constant.addEnumItem(name);
        constant.setConst(name);
        properties.put(property, constant);
        var alone = new ObjectSchema();
        alone.addRequiredItem(property);
        copy(before, properties, alone);
        if (before.getAllOf() != null) {
            before.getAllOf().stream()
                    .filter(part -> part.get$ref() == null)
                    .forEach(part -> copy(part, properties, alone));
        }
        properties.forEach(alone::addProperty);
        return alone.description(before.getDescription());
    }

    private static void copy(Schema<?> from, Map<String, Schema<?>> properties, Schema<?> to) {
        if (from.getProperties() != null) {
            from.getProperties().forEach(properties::putIfAbsent);
        }
        if (from.getRequired() != null) {
            from.getRequired().forEach(to::addRequiredItem);
        }
    }

    private static void refer(Schema<?> schema, String name, Schema<?> union) {
        if (schema.getProperties() == null) {
            return;
        }
        for (Map.Entry<String, ?> property : Map.copyOf(schema.getProperties()).entrySet()) {
            Schema<?> value = (Schema<?>) property.getValue();
            if (value.getOneOf() != null && value.getOneOf().size() == union.getOneOf().size()) {
                boolean same =
                        value.getOneOf().stream().allMatch(one -> refersTo(one.get$ref(), union));
                if (same) {
                    schema.getProperties().put(property.getKey(), new Schema<>().$ref(REF + name));
                }
            }
        }
    }

    private static boolean refersTo(String ref, Schema<?> union) {
        return union.getOneOf().stream().anyMatch(one -> one.get$ref().equals(ref));
    }
}
