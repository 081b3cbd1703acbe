package dev.aiwm.web.openapi;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.problem.Problem;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the answers that any operation of its kind may give. */
final class CommonAnswers {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String LOGIN = "/api/auth/login";
    private static final List<String> OPEN = List.of("/api/health", LOGIN);
    private static final Map<Integer, RejectionCode> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put(400, RejectionCode.VALIDATION_FAILED);
        EXAMPLES.put(401, RejectionCode.UNAUTHENTICATED);
        EXAMPLES.put(403, RejectionCode.FORBIDDEN);
        EXAMPLES.put(404, RejectionCode.NOT_FOUND);
        EXAMPLES.put(409, RejectionCode.ILLEGAL_TRANSITION);
        EXAMPLES.put(412, RejectionCode.VERSION_MISMATCH);
        EXAMPLES.put(413, RejectionCode.PAYLOAD_TOO_LARGE);
        EXAMPLES.put(415, RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        EXAMPLES.put(422, RejectionCode.IDEMPOTENCY_KEY_REUSED);
        EXAMPLES.put(429, RejectionCode.TOO_MANY_REQUESTS);
        EXAMPLES.put(500, RejectionCode.INTERNAL);
        EXAMPLES.put(501, RejectionCode.NOT_IMPLEMENTED);
        EXAMPLES.put(503, RejectionCode.UNAVAILABLE);
    }

    void addTo(OpenAPI document) {
        document.getComponents().addSchemas(Schemas.PROBLEM, Schemas.problem());
        EXAMPLES.forEach(
                (status, code) ->
                        document.getComponents()
                                .addResponses(nameOf(status), problemAnswer(status, code)));
        document.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach((verb, operation) -> add(path, verb, operation)));
    }

    private static void add(String path, PathItem.HttpMethod verb, Operation operation) {
        boolean open = OPEN.stream().anyMatch(path::startsWith);
        if (open) {
            operation.setSecurity(List.of());
            removeParameter(operation, IDEMPOTENCY_KEY);
        } else {
            answer(operation, 401, 403);
        }
        if (path.equals(LOGIN)) {
            answer(operation, 401, 429);
        }
        answer(operation, 400, 500, 503);
        if (path.contains("{")) {
            answer(operation, 404);
        }
        boolean changes = verb != PathItem.HttpMethod.GET && !open;
        if (changes) {
            answer(operation, 409);
        }
        addWhatWasAskedFor(operation);
        operation.getResponses().values().forEach(CommonAnswers::describe);
    }

    private static void addWhatWasAskedFor(Operation operation) {
        if (has(operation, "If-None-Match")) {
            var unchanged = new ApiResponse().description("It still has that version");
            operation.getResponses().addApiResponse("304", unchanged);
        }
        if (has(operation, "If-Match")) {
            answer(operation, 412);
        }
        if (operation.getRequestBody() != null) {
            answer(operation, 413, 415);
        }
        if (has(operation, IDEMPOTENCY_KEY)) {
            answer(operation, 422);
        }
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(found -> parameter.equals(found.getName()));
    }

    private static void removeParameter(Operation operation, String name) {
        operation.getParameters().removeIf(parameter -> name.equals(parameter.getName()));
    }

    private static void answer(Operation operation, int... statuses) {
        for (int status : statuses) {
            var problem = new ApiResponse().$ref("#/components/responses/" + nameOf(status));
            operation.getResponses().putIfAbsent(String.valueOf(status), problem);
        }
    }

    private static void describe(ApiResponse response) {
        if (response.get$ref() == null) {
            response.addHeaderObject(
                    CorrelationId.HEADER,
                    new Header()
                            .description("The id that this request and its effects have in common")
                            .schema(new StringSchema()));
        }
    }

    private static String nameOf(int status) {
        return "Problem" + status;
    }

    private static ApiResponse problemAnswer(int status, RejectionCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:aiwm:problem:" + Names.kebab(code.name()));
        example.put("title", Names.sentence(code.name()));
        example.put("status", status);
        example.put("detail", Names.detailOf(code));
        example.put("instance", "/api/resources");
        example.put("code", code.name());
        example.put("correlationId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (code == RejectionCode.VALIDATION_FAILED) {
            example.put(
                    "errors",
                    List.of(
                            Map.of(
                                    "pointer", "/config/vcpus",
                                    "code", "OUT_OF_RANGE",
                                    "message", "must be less than or equal to 128")));
        }
        if (code == RejectionCode.ILLEGAL_TRANSITION) {
            example.put("currentState", "stopping");
            example.put("allowedActions", List.of("delete"));
        }
        return new ApiResponse()
                .description(Names.sentence(code.name()))
                .content(
                        new Content()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        new MediaType()
                                                .schema(new Schema<>().$ref(Schemas.PROBLEM_REF))
                                                .example(example)));
    }
}
