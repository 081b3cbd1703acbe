package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * Why a verb could not be done: whether another attempt may help, a stable code, and a sentence a
 * user understands. Never carries a secret, and no type of an engine's own library leaves a driver.
 */
public final class DriverException extends RuntimeException {
    /** An older generation than exists was to be made. */
    public static final String STALE_GENERATION = "STALE_GENERATION";

    /** There is no such object. */
    public static final String NOT_FOUND = "NOT_FOUND";

    /** The thread was told to give up. */
    public static final String INTERRUPTED = "INTERRUPTED";

    @Serial private static final long serialVersionUID = 1;

    /** Whether another attempt may help. */
    public enum Kind {
        RETRYABLE,
        PERMANENT,
        NOT_FOUND
    }

    private final Kind kind;
    private final String code;

    public DriverException(Kind kind, String code, String message) {
        this(kind, code, message, null);
    }

    public DriverException(Kind kind, String code, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.kind = requireNonNull(kind, "kind is null");
        this.code = requireNonNull(code, "code is null");
    }

    public static DriverException retryable(String code, String message) {
        return new DriverException(Kind.RETRYABLE, code, message);
    }

    public static DriverException permanent(String code, String message) {
        return new DriverException(Kind.PERMANENT, code, message);
    }

    public static DriverException notFound(String message) {
        return new DriverException(Kind.NOT_FOUND, NOT_FOUND, message);
    }

    /** Keeps the thread's interruption, as whoever catches this may look at it. */
    public static DriverException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DriverException(Kind.RETRYABLE, INTERRUPTED, "told to give up", cause);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public boolean isRetryable() {
        return kind == Kind.RETRYABLE;
    }
}
