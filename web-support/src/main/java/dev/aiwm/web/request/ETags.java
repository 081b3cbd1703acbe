package dev.aiwm.web.request;

/**
 * What is answered of an entity as a strong ETag: its version, which is the sequence of its last
 * event, and behind a dash what the answer shows besides that does not come from its events.
 */
public final class ETags {
    static final String BESIDES = "-";

    private ETags() {}

    /** All that is answered comes from the entity's own events. */
    public static String of(long sequence) {
        return of(sequence, "");
    }

    /**
     * @param besides letters and digits that differ when the rest of the answer does; empty when
     *     there is no rest
     */
    public static String of(long sequence, String besides) {
        return "\"" + sequence + (besides.isEmpty() ? "" : BESIDES + besides) + "\"";
    }

    /** Does an {@code If-None-Match} header name this tag, so that 304 is the answer. */
    public static boolean anyMatches(String ifNoneMatch, String own) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.trim();
            if (tag.equals("*") || tag.equals(own) || tag.equals("W/" + own)) {
                return true;
            }
        }
        return false;
    }
}
