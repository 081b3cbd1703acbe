package dev.aiwm.web.request;

/** An entity's version as a strong ETag: the sequence of its last event. */
public final class ETags {
    private ETags() {}

    public static String of(long sequence) {
        return "\"" + sequence + "\"";
    }

    /** Does an {@code If-None-Match} header name this version, so that 304 is the answer. */
    public static boolean anyMatches(String ifNoneMatch, long sequence) {
        if (ifNoneMatch == null) {
            return false;
        }
        String own = of(sequence);
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.trim();
            if (tag.equals("*") || tag.equals(own) || tag.equals("W/" + own)) {
                return true;
            }
        }
        return false;
    }
}
