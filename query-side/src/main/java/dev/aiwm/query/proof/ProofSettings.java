package dev.aiwm.query.proof;

import dev.aiwm.web.defaults.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When checkpoints are signed.
 *
 * @param checkpointEvents after so many events
 * @param checkpointInterval and after so long, when there was an event
 */
@ConfigurationProperties("aiwm.proof")
record ProofSettings(
        @DefaultValue("1000") int checkpointEvents,
        @DefaultValue("5m") Duration checkpointInterval) {
    private static final int MOST_EVENTS = 100_000;

    ProofSettings {
        Bounds.positive("aiwm.proof.checkpoint-interval", checkpointInterval);
        if (checkpointEvents < 1 || checkpointEvents > MOST_EVENTS) {
            throw new IllegalArgumentException(
                    "aiwm.proof.checkpoint-events must be 1 to " + MOST_EVENTS);
        }
    }
}
