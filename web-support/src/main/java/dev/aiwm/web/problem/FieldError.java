package dev.aiwm.web.problem;

import static java.util.Objects.requireNonNull;

/** What is wrong with one field of a request: where it is, a stable code, a sentence. */
public record FieldError(String pointer, String code, String message) {
    public static final String REQUIRED = "REQUIRED";
    public static final String INVALID = "INVALID";
    public static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    public static final String CONTRADICTION = "CONTRADICTION";

    public FieldError {
        requireNonNull(pointer, "pointer is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }
}
