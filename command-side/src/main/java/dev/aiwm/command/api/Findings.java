package dev.aiwm.command.api;

import dev.aiwm.web.problem.FieldError;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with a request, so that all of it is said at once. */
final class Findings {
    private final List<FieldError> found = new ArrayList<>();

    List<FieldError> all() {
        return List.copyOf(found);
    }

    void need(boolean missing, String pointer, String when) {
        if (missing) {
            found.add(new FieldError(pointer, FieldError.REQUIRED, "is required " + when));
        }
    }

    void contradiction(boolean wrong, String pointer, String message) {
        if (wrong) {
            found.add(new FieldError(pointer, FieldError.CONTRADICTION, message));
        }
    }

    void invalid(String pointer, String message) {
        found.add(new FieldError(pointer, FieldError.INVALID, message));
    }

    void format(Pattern format, String value, String pointer, String message) {
        if (value != null && !format.matcher(value).matches()) {
            invalid(pointer, message);
        }
    }
}
