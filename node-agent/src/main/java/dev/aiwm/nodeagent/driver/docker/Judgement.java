package dev.aiwm.nodeagent.driver.docker;

/**
 * Whether a container counts as well, by the same rules as the engine's own checks: one good answer
 * is enough, bad ones count in a row, and not before it was well once or has had its time to start.
 *
 * @param failures in a row that count
 * @param wasWell whether it has ever answered well
 * @param complaint what was wrong when it began to count as unwell; null while it does not
 */
record Judgement(int failures, boolean wasWell, String complaint) {
    static final Judgement NONE = new Judgement(0, false, null);

    private static final Judgement WELL = new Judgement(0, true, null);

    /**
     * After one more answer.
     *
     * @param fault what was wrong with it, or null
     * @param starting whether it was asked in the time that it has for starting
     */
    Judgement after(String fault, boolean starting, int retries) {
        if (fault == null) {
            return WELL;
        }
        if (starting && !wasWell) {
            return this;
        }
        int failed = Math.min(failures + 1, retries);
        boolean unwell = complaint == null && failed >= retries;
        return new Judgement(failed, wasWell, unwell ? fault : complaint);
    }
}
