package dev.aiwm.command.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SecretRef;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What every store of secrets promises. */
abstract class SecretStoreConformance {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    abstract SecretStore store();

    private static SecretStore.Sealed secret(String ref, String owner, Instant createdAt) {
        return new SecretStore.Sealed(
                SecretRef.of(ref), owner, "/config/x", new byte[] {1, -2, 3}, createdAt);
    }

    @Test
    void a_secret_is_found_as_it_was_added_first() {
        store().add(secret("a", "o", NOW));
        store().add(new SecretStore.Sealed(SecretRef.of("a"), "p", "n", new byte[0], NOW));

        var found = store().find(SecretRef.of("a")).orElseThrow();
        assertThat(found.ownerId()).isEqualTo("o");
        assertThat(found.name()).isEqualTo("/config/x");
        assertThat(found.content()).containsExactly(1, -2, 3);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(store().find(SecretRef.of("b"))).isEmpty();
    }

    @Test
    void secrets_are_removed_alone_or_with_their_owner() {
        store().add(secret("a", "o", NOW));
        store().add(secret("b", "o", NOW));
        store().add(secret("c", "p", NOW));

        store().remove(SecretRef.of("a"));
        assertThat(store().find(SecretRef.of("a"))).isEmpty();
        assertThat(store().find(SecretRef.of("b"))).isPresent();
        store().removeAllOf("o");
        assertThat(store().find(SecretRef.of("b"))).isEmpty();
        assertThat(store().find(SecretRef.of("c"))).isPresent();
    }

    @Test
    void what_is_referred_to_or_young_stays() {
        store().add(secret("kept", "o", NOW));
        store().add(secret("old", "o", NOW));
        store().add(secret("young", "o", NOW.plusSeconds(2)));
        store().add(secret("other", "p", NOW));

        store().removeOthers("o", List.of(SecretRef.of("kept")), NOW.plusSeconds(1));

        assertThat(store().find(SecretRef.of("kept"))).isPresent();
        assertThat(store().find(SecretRef.of("old"))).isEmpty();
        assertThat(store().find(SecretRef.of("young"))).isPresent();
        assertThat(store().find(SecretRef.of("other"))).isPresent();
    }

    @Test
    void owners_are_known_by_the_age_of_their_secrets() {
        store().add(secret("a", "o", NOW));
        store().add(secret("b", "o", NOW));
        store().add(secret("c", "p", NOW.plusSeconds(5)));

        assertThat(store().ownersBefore(NOW.plusSeconds(1))).containsExactly("o");
    }
}
