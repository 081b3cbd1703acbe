package dev.aiwm.command.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.testing.TestDatabases;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The process died between keeping a secret and making what it was kept for. */
class SweepingOrphansTest {
    private static final String MADE = "made";
    private static final String NEVER_MADE = "never-made";

    private final SettableClock clock = SettableClock.atNoon();
    private final SecretStore store =
            new JdbcSecretStore(TestDatabases.sql("dev/aiwm/command/vault/schema"));
    private final Vault vault = new SealedVault(Seals.any(), store, clock);
    private final OrphanedSecrets orphans = new OrphanedSecrets(store, new LogOfMade(), clock);
    private SecretRef ofMade;
    private SecretRef orphan;

    @BeforeEach
    void keep() {
        ofMade = vault.put(MADE, "/config/x", "s".toCharArray());
        orphan = vault.put(NEVER_MADE, "/config/x", "s".toCharArray());
    }

    @Test
    void what_belongs_to_nobody_goes_after_a_day() {
        clock.advance(OrphanedSecrets.GRACE.plus(Duration.ofSeconds(1)));

        orphans.sweep();

        assertThat(store.find(orphan)).isEmpty();
        assertThat(store.find(ofMade)).isPresent();
    }

    @Test
    void what_may_still_be_on_its_way_stays() {
        clock.advance(OrphanedSecrets.GRACE.minus(Duration.ofSeconds(1)));

        orphans.sweep();

        assertThat(store.find(orphan)).isPresent();
    }

    /** A log in which one resource was made. */
    private static final class LogOfMade implements EventLog {
        private static final Position HERE = new Position(1);

        @Override
        public Position head() {
            return HERE;
        }

        @Override
        public List<LoggedEvent> read(Position after, int limit) {
            return readAggregate(MADE);
        }

        @Override
        public List<StoredEvent> readStored(Position after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LoggedEvent> readAggregate(String aggregateId) {
            return aggregateId.equals(MADE)
                    ? List.of(
                            new LoggedEvent(
                                    HERE,
                                    "Resource",
                                    MADE,
                                    0,
                                    Instant.EPOCH,
                                    "e",
                                    "made",
                                    Map.of()))
                    : List.of();
        }

        @Override
        public Position positionAt(Instant instant) {
            return HERE;
        }
    }
}
