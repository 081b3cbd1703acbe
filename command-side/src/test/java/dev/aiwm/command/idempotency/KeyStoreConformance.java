package dev.aiwm.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** What every store of keyed requests promises. */
abstract class KeyStoreConformance {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] ANSWER = {1, 2, 3};

    abstract KeyStore store();

    private static KeyedRequest request(String key) {
        return new KeyedRequest(
                "o1/u1",
                key,
                "f",
                ResourceId.random(),
                ExecutionId.random(),
                "me",
                NOW.plusSeconds(60),
                NOW,
                null);
    }

    @Test
    void a_key_is_added_once_per_caller() {
        var request = request("k");

        assertThat(store().add(request)).isTrue();
        assertThat(store().add(request("k"))).isFalse();

        var found = store().find("o1/u1", "k").orElseThrow();
        assertThat(found.resourceId()).isEqualTo(request.resourceId());
        assertThat(found.executionId()).isEqualTo(request.executionId());
        assertThat(found.holder()).isEqualTo("me");
        assertThat(found.heldUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.isAnswered()).isFalse();
        assertThat(store().find("o1/u2", "k")).isEmpty();
    }

    @Test
    void only_one_takes_over() {
        var request = request("k");
        store().add(request);

        assertThat(store().takeOver(request, "you", NOW.plusSeconds(90))).isTrue();
        assertThat(store().takeOver(request, "they", NOW.plusSeconds(95))).isFalse();
        assertThat(store().find("o1/u1", "k").orElseThrow().holder()).isEqualTo("you");
    }

    @Test
    void a_holder_prolongs_what_it_holds_and_nothing_else() {
        store().add(request("mine"));
        store().add(request("let-go"));
        store().letGo("o1/u1", "let-go");
        var lost = request("lost");
        store().add(lost);
        store().takeOver(lost, "you", NOW.plusSeconds(70));

        store().prolong("me", NOW.plusMillis(1), NOW.plusSeconds(80));
        assertThat(heldUntil("mine")).isEqualTo(NOW.plusSeconds(60));
        store().prolong("me", NOW, NOW.plusSeconds(90));

        assertThat(heldUntil("mine")).isEqualTo(NOW.plusSeconds(90));
        assertThat(heldUntil("let-go")).isEqualTo(Instant.EPOCH);
        assertThat(heldUntil("lost")).isEqualTo(NOW.plusSeconds(70));
    }

    private Instant heldUntil(String key) {
        return store().find("o1/u1", key).orElseThrow().heldUntil();
    }

    @Test
    void what_is_answered_is_not_taken_over() {
        var request = request("k");
        store().add(request);
        store().answer("o1/u1", "k", ANSWER);
        store().letGo("o1/u1", "k");

        assertThat(store().takeOver(request, "you", NOW.plusSeconds(90))).isFalse();
        var found = store().find("o1/u1", "k").orElseThrow();
        assertThat(found.answer()).isEqualTo(ANSWER);
        assertThat(found.holder()).isNull();
    }

    @Test
    void what_is_let_go_is_free_at_once() {
        store().add(request("k"));
        store().letGo("o1/u1", "k");

        assertThat(store().find("o1/u1", "k").orElseThrow().heldUntil()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void keys_are_removed_alone_or_by_age() {
        store().add(request("a"));
        store().add(request("b"));

        store().remove("o1/u1", "a");
        store().removeOlderThan(NOW);
        assertThat(store().find("o1/u1", "a")).isEmpty();
        assertThat(store().find("o1/u1", "b")).isPresent();

        store().removeOlderThan(NOW.plusMillis(1));
        assertThat(store().find("o1/u1", "b")).isEmpty();
    }
}
