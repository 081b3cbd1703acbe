package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.regex.Pattern;

/**
 * A failure to happen: in this verb, for resources whose name (for a pull: image) contains a match
 * of the pattern, at the {@code from}th to the {@code to}th such call, counted from 1.
 */
public record Fault(
        Verb verb,
        Pattern matching,
        int from,
        int to,
        DriverException.Kind kind,
        String code,
        String message) {
    /** Where it can happen. */
    public enum Verb {
        PULL,
        CREATE,
        START,
        STOP,
        DESTROY,
        PAUSE,
        RESUME,
        RESIZE,
        SNAPSHOT,
        RESTORE,
        DELETE_SNAPSHOT
    }

    public Fault {
        requireNonNull(verb, "verb is null");
        requireNonNull(matching, "matching is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }

    /** Every time. */
    public static Fault always(
            Verb verb, String matching, DriverException.Kind kind, String code, String message) {
        return new Fault(
                verb, Pattern.compile(matching), 1, Integer.MAX_VALUE, kind, code, message);
    }

    /** The nth time only. */
    public static Fault nth(
            int nth, Verb verb, String matching, DriverException.Kind kind, String code) {
        return new Fault(
                verb, Pattern.compile(matching), nth, nth, kind, code, "simulated failure");
    }
}
