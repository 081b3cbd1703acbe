package dev.aiwm.command.vault;

import dev.aiwm.support.log.EventLog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sweeps secrets whose owner never came to be: the process died between keeping the secret and the
 * command that it was kept for.
 */
final class OrphanedSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedSecrets.class);

    /** Long enough for any request to have ended, and for a repetition of it to be told apart. */
    static final Duration GRACE = Duration.ofHours(25);

    private final SecretStore store;
    private final EventLog log;
    private final Clock clock;

    OrphanedSecrets(SecretStore store, EventLog log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    void sweep() {
        Instant before = clock.instant().minus(GRACE);
        for (String owner : store.ownersBefore(before)) {
            if (log.readAggregate(owner).isEmpty()) {
                store.removeAllOf(owner);
                LOG.info("Swept the secrets of {}, which was never made", owner);
            }
        }
    }
}
