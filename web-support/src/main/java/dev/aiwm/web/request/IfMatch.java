package dev.aiwm.web.request;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.problem.InvalidRequest;

import java.util.regex.Pattern;

/**
 * The version of an entity that a change is meant for, from {@code If-Match}; a parameter of a
 * controller method. What an answer showed besides the version does not matter to a change.
 */
public final class IfMatch {
    /** Stands for "whatever the version is". */
    public static final long ANY = -1;

    private static final Pattern VERSION =
            Pattern.compile("\"(0|[1-9][0-9]{0,17})(" + ETags.BESIDES + "[0-9a-z]+)?\"");
    private static final Pattern WEAK = Pattern.compile("W/\"[^\"]*\"");

    private final long sequence;

    private IfMatch(long sequence) {
        this.sequence = sequence;
    }

    /** No version is asked for. */
    public static IfMatch any() {
        return new IfMatch(ANY);
    }

    /** The sequence that the entity must have, or {@link #ANY}. */
    public long expectedSequence() {
        return sequence;
    }

    public boolean isAny() {
        return sequence == ANY;
    }

    static IfMatch parse(String header) {
        if (header == null || header.isBlank() || header.trim().equals("*")) {
            return new IfMatch(ANY);
        }
        var strong = VERSION.matcher(header.trim());
        if (strong.matches()) {
            return new IfMatch(Long.parseLong(strong.group(1)));
        }
        throw malformed(header);
    }

    private static Rejection malformed(String header) {
        if (WEAK.matcher(header.trim()).matches()) {
            return InvalidRequest.header("If-Match", "compares strongly: send the ETag without W/");
        }
        return InvalidRequest.header("If-Match", "must be one ETag such as \"7\", or *");
    }
}
