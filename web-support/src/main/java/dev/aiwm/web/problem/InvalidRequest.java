package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import java.util.List;
import java.util.Map;

/** Rejections that name the fields at fault. */
public final class InvalidRequest {
    /** The detail of a rejection that holds its field errors. */
    static final String ERRORS = "errors";

    private InvalidRequest() {}

    public static Rejection of(FieldError error) {
        return of(List.of(error));
    }

    public static Rejection of(List<FieldError> errors) {
        RejectionCode code =
                errors.stream().allMatch(error -> error.code().equals(FieldError.UNKNOWN_FIELD))
                        ? RejectionCode.UNKNOWN_FIELD
                        : RejectionCode.VALIDATION_FAILED;
        return of(code, errors);
    }

    public static Rejection of(RejectionCode code, List<FieldError> errors) {
        FieldError first = errors.get(0);
        String place = first.pointer().isEmpty() ? "the body" : first.pointer();
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return new Rejection(
                code, place + " " + first.message() + more, Map.of(ERRORS, List.copyOf(errors)));
    }

    public static Rejection parameter(String name, String message) {
        return of(new FieldError("?" + name, FieldError.INVALID, message));
    }

    public static Rejection header(String name, String message) {
        return new Rejection(RejectionCode.MALFORMED_REQUEST, "header " + name + " " + message);
    }
}
