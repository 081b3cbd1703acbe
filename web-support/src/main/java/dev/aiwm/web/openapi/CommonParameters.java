package dev.aiwm.web.openapi;

import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.Prefer;
import dev.aiwm.web.request.SeenVersion;
import dev.aiwm.web.request.TrailParameters;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

import java.math.BigDecimal;
import java.util.List;

/** Describes the headers and parameters that our argument types stand for. */
final class CommonParameters implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == IfMatch.class) {
                header(operation, "If-Match", "Version the change is meant for, or *", "\"7\"");
            }
            if (type == Prefer.class) {
                header(operation, Prefer.HEADER, "How long to wait for the end", "wait=30");
            }
            if (type == ListParameters.class) {
                list(operation);
            }
            if (type == SeenVersion.class) {
                query(
                        operation,
                        SeenVersion.AT_LEAST,
                        "Answer not older than this version",
                        new IntegerSchema().format("int64"));
                header(operation, SeenVersion.HAS, "The version that you have", "\"7\"");
            }
            if (type == AsOf.class) {
                past(operation);
            }
            if (type == TrailParameters.class) {
                trail(operation);
            }
        }
        if (method.hasMethodAnnotation(PostMapping.class)) {
            header(operation, "Idempotency-Key", "Makes a repetition harmless", "9f1c6d0e");
        }
        header(operation, CorrelationId.HEADER, "Comes back, and is in every event and log", null);
        return operation;
    }

    private static void header(
            Operation operation, String name, String description, String sample) {
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name(name)
                        .description(description)
                        .schema(new StringSchema())
                        .example(sample));
    }

    private static void list(Operation operation) {
        query(operation, "page", "Page, from 1", number(1, 1_000_000).example(1));
        query(
                operation,
                "limit",
                "Items of a page",
                number(1, ListParameters.MAX_LIMIT).example(ListParameters.DEFAULT_LIMIT));
        query(operation, "cursor", "`nextCursor` of the page before", new StringSchema());
        query(operation, "sort", "Field names, - for descending", new StringSchema());
    }

    private static void past(Operation operation) {
        query(
                operation,
                AsOf.AT,
                "What the answer was then: an instant, or how long ago, as in 10m",
                new StringSchema());
        query(
                operation,
                AsOf.POSITION,
                "What the answer was when the log stood here: a position that an answer named",
                new StringSchema());
    }

    private static void trail(Operation operation) {
        query(operation, "type", "Names of events, by comma", new StringSchema());
        query(operation, "actor", "Who or what caused them", new StringSchema());
        query(operation, "from", "Not before: an instant, or how long ago", new StringSchema());
        query(operation, "to", "Not after: an instant, or how long ago", new StringSchema());
        query(operation, "order", "Which come first", words("newest", "oldest"));
        query(
                operation,
                "cursor",
                "`nextCursor` or `previousCursor` of a page",
                new StringSchema());
        query(
                operation,
                "limit",
                "Events of a page",
                number(1, TrailParameters.MAX_LIMIT).example(TrailParameters.DEFAULT_LIMIT));
        query(
                operation,
                "format",
                "A page, or all that match as lines; `Accept` may say it too",
                words("json", "jsonl", "csv"));
    }

    private static Schema<?> words(String first, String... others) {
        var schema = new StringSchema().addEnumItem(first);
        List.of(others).forEach(schema::addEnumItem);
        schema.setDefault(first);
        return schema;
    }

    private static void query(
            Operation operation, String name, String description, Schema<?> schema) {
        operation.addParametersItem(
                new Parameter().in("query").name(name).description(description).schema(schema));
    }

    private static Schema<?> number(int least, int most) {
        return new IntegerSchema()
                .minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most));
    }
}
