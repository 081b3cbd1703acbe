package dev.aiwm.command.api;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.problem.FieldError;

import java.util.List;

/** Findings about a part of a request, told as findings about the whole. */
final class FieldErrors {
    private static final String ERRORS = "errors";

    private FieldErrors() {}

    static List<FieldError> below(String place, Rejection rejection) {
        return rejection.details().get(ERRORS) instanceof List<?> list
                ? list.stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .map(each -> moved(place, each))
                        .toList()
                : List.of(new FieldError(place, FieldError.INVALID, rejection.getMessage()));
    }

    private static FieldError moved(String place, FieldError error) {
        return new FieldError(place + error.pointer(), error.code(), error.message());
    }
}
