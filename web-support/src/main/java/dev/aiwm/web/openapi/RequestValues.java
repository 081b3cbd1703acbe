package dev.aiwm.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the value that stands for what an older program does not know out of everything that a
 * client may send. Answers go on to name it.
 */
final class RequestValues {
    private static final String REF = "#/components/schemas/";
    private static final String NOT_TO_SEND = "unknown";

    private final OpenAPI document;
    private final Deque<Schema<?>> ahead = new ArrayDeque<>();
    private final Set<String> followed = new HashSet<>();

    private RequestValues(OpenAPI document) {
        this.document = document;
    }

    static void restrict(OpenAPI document) {
        var values = new RequestValues(document);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(values::addRequestOf);
        values.restrictAll();
    }

    private void addRequestOf(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> add(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(type -> add(type.getSchema()));
        }
    }

    private void restrictAll() {
        while (!ahead.isEmpty()) {
            Schema<?> schema = ahead.remove();
            if (schema.getEnum() != null) {
                schema.getEnum().removeIf(NOT_TO_SEND::equals);
            }
            addParts(schema);
        }
    }

    private void addParts(Schema<?> schema) {
        if (schema.get$ref() != null && followed.add(schema.get$ref())) {
            String name = schema.get$ref().substring(REF.length());
            add(document.getComponents().getSchemas().get(name));
        }
        if (schema.getProperties() != null) {
            Map<String, ?> properties = schema.getProperties();
            properties.values().forEach(this::add);
        }
        add(schema.getItems());
        add(schema.getAdditionalProperties());
        addAll(schema.getOneOf());
        addAll(schema.getAnyOf());
        addAll(schema.getAllOf());
    }

    private void addAll(List<?> schemas) {
        if (schemas != null) {
            schemas.forEach(this::add);
        }
    }

    private void add(Object part) {
        if (part instanceof Schema<?> schema) {
            ahead.add(schema);
        }
    }
}
