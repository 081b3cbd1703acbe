package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.Map;

/**
 * A refusal with a code. It is an answer and not a fault, so it carries no stack trace; {@link
 * #details()} names what stood in the way (the holder of a GPU, the current state).
 */
public final class Rejection extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final RejectionCode code;
    private final transient Map<String, Object> details;

    public Rejection(RejectionCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = requireNonNull(code, "code is null");
        this.details = Copies.of(details);
    }

    public Rejection(RejectionCode code, String message) {
        this(code, message, Map.of());
    }

    public RejectionCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details == null ? Map.of() : details;
    }
}
