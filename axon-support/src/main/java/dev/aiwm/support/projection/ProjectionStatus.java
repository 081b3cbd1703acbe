package dev.aiwm.support.projection;

import dev.aiwm.support.log.Position;

import java.time.Instant;

/**
 * How a projection does.
 *
 * @param version of its code
 * @param generation of its collection: each rebuild makes the next one
 * @param position up to where the log is in it
 * @param lag how many events are not
 * @param error why it does not go on, or null
 * @param handled how many events this process has handled
 * @param rebuild the rebuild under way, or null
 * @param lastRebuiltAt when the newest rebuild took over, or null
 */
public record ProjectionStatus(
        String name,
        int version,
        int generation,
        Position position,
        Position head,
        long lag,
        String error,
        long handled,
        Rebuild rebuild,
        Instant lastRebuiltAt) {

    /** A new generation that is being built while the old one answers. */
    public record Rebuild(
            int generation,
            Position position,
            long eventsLeft,
            int progress,
            Instant requestedAt,
            String requestedBy,
            String error) {}

    public boolean isFaulty() {
        return error != null;
    }
}
