package dev.aiwm.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Examples are files on the class path of whoever offers the operation: {@code
 * openapi-examples/<operationId>.request.json} and {@code <operationId>.<status>.json}, with a name
 * before {@code .json} where there are several. What has none shows that of its schema: {@code
 * schema.<Name>.json}.
 */
final class ExampleFiles {
    private static final String PATTERN = "classpath*:openapi-examples/*.json";
    private static final String SUFFIX = ".json";
    private static final String REQUEST = "request";
    private static final String SCHEMA = "schema";
    private static final String REF = "#/components/schemas/";
    private static final String JSON = "application/json";
    private final JsonMapper json;

    ExampleFiles(JsonMapper json) {
        this.json = json;
    }

    void addTo(OpenAPI document) {
        Map<String, Operation> operations = new HashMap<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operations.put(operation.getOperationId(), operation));
        Map<String, Object> bySchema = new HashMap<>();
        for (Resource file : files()) {
            String name = String.valueOf(file.getFilename());
            String[] parts = name.substring(0, name.length() - SUFFIX.length()).split("\\.", 3);
            if (parts[0].equals(SCHEMA)) {
                bySchema.put(REF + parts[1], read(file));
                continue;
            }
            Operation operation = operations.get(parts[0]);
            if (operation != null && parts.length > 1) {
                add(operation, parts[1], parts.length > 2 ? parts[2] : "default", read(file));
            }
        }
        operations.values().forEach(operation -> fill(operation, bySchema));
    }

    private static void fill(Operation operation, Map<String, Object> bySchema) {
        operation.getResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().values().stream())
                .filter(type -> type.getExamples() == null && type.getSchema() != null)
                .filter(type -> bySchema.containsKey(String.valueOf(type.getSchema().get$ref())))
                .forEach(
                        type ->
                                type.addExamples(
                                        "default",
                                        new Example()
                                                .value(bySchema.get(type.getSchema().get$ref()))));
    }

    private static void add(Operation operation, String place, String name, Object value) {
        Content content =
                place.equals(REQUEST)
                        ? operation.getRequestBody() == null
                                ? null
                                : operation.getRequestBody().getContent()
                        : contentOf(operation, place);
        if (content == null) {
            return;
        }
        for (MediaType type : content.values()) {
            type.addExamples(name, new Example().value(value));
        }
    }

    private static Content contentOf(Operation operation, String status) {
        ApiResponse answer = operation.getResponses().get(status);
        if (answer == null || answer.get$ref() != null) {
            return null;
        }
        if (answer.getContent() == null) {
            answer.setContent(new Content().addMediaType(JSON, new MediaType()));
        }
        return answer.getContent();
    }

    private Object read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(PATTERN))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
