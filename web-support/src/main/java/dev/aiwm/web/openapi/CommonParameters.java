package dev.aiwm.web.openapi;

import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.Prefer;
import dev.aiwm.web.request.SeenVersion;

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
