package dev.aiwm.web.problem;

import jakarta.validation.ConstraintViolation;

import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Findings of Bean Validation as field errors; the order is that of the pointers. */
public final class Violations {
    private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");
    private static final Set<String> LIMITS =
            Set.of("Min", "Max", "DecimalMin", "DecimalMax", "Size", "Positive", "PositiveOrZero");

    private Violations() {}

    public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(
                        violation ->
                                new FieldError(
                                        Pointers.ofPropertyPath(violation.getPropertyPath()),
                                        codeOf(
                                                violation
                                                        .getConstraintDescriptor()
                                                        .getAnnotation()
                                                        .annotationType()
                                                        .getSimpleName()),
                                        violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    static List<FieldError> of(MethodArgumentNotValidException invalid) {
        return invalid.getBindingResult().getAllErrors().stream()
                .map(Violations::ofBinding)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    private static FieldError ofBinding(ObjectError error) {
        if (error.contains(ConstraintViolation.class)) {
            ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
            return of(List.of(violation)).get(0);
        }
        return new FieldError("", FieldError.INVALID, String.valueOf(error.getDefaultMessage()));
    }

    static List<FieldError> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(
                        result ->
                                result.getResolvableErrors().stream()
                                        .map(
                                                error ->
                                                        new FieldError(
                                                                "?"
                                                                        + result.getMethodParameter()
                                                                                .getParameterName(),
                                                                FieldError.INVALID,
                                                                String.valueOf(
                                                                        error
                                                                                .getDefaultMessage()))))
                .toList();
    }

    static String sentenceFor(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        return type == null ? "cannot be read" : "must be " + JsonFaults.nameOf(type);
    }

    private static String codeOf(String constraint) {
        if (MISSING.contains(constraint)) {
            return FieldError.REQUIRED;
        }
        return LIMITS.contains(constraint) ? FieldError.OUT_OF_RANGE : FieldError.INVALID;
    }
}
