package dev.aiwm.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.testing.TestDatabases;
import dev.aiwm.command.vault.Seals;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

class RepeatingRequestsTest {
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "other".getBytes(StandardCharsets.UTF_8);
    private static final StoredAnswer ANSWER =
            new StoredAnswer(201, Map.of("Location", "/api/resources/1"), OTHER);

    private final SettableClock clock = SettableClock.atNoon();
    private final KeyStore store =
            new JdbcKeyStore(TestDatabases.sql("dev/aiwm/command/idempotency/schema"));
    private final IdempotencyKeys here = process(false);

    private IdempotencyKeys process(boolean alone) {
        return new IdempotencyKeys(store, Seals.any(), clock, alone);
    }

    private static void assertRefused(RejectionCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Rejection.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void the_first_request_works_with_fresh_ids() {
        var turn = here.begin("c", "k", BODY);

        assertThat(turn.replay()).isNull();
        assertThat(turn.work().resumed()).isFalse();
    }

    @Test
    void while_it_is_under_way_a_repetition_is_refused() {
        here.begin("c", "k", BODY);

        assertRefused(RejectionCode.IDEMPOTENCY_KEY_IN_USE, () -> here.begin("c", "k", BODY));
        assertRefused(
                RejectionCode.IDEMPOTENCY_KEY_IN_USE, () -> process(false).begin("c", "k", BODY));
    }

    @Test
    void afterwards_its_answer_is_replayed_for_a_day() {
        here.begin("c", "k", BODY);
        here.answered("c", "k", ANSWER);

        var replay = process(false).begin("c", "k", BODY).replay();

        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.headers()).containsEntry("Location", "/api/resources/1");
        assertThat(replay.body()).isEqualTo(OTHER);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(here.begin("c", "k", OTHER).work()).isNotNull();
    }

    @Test
    void another_request_under_the_key_is_refused_at_any_time() {
        here.begin("c", "k", BODY);
        assertRefused(RejectionCode.IDEMPOTENCY_KEY_REUSED, () -> here.begin("c", "k", OTHER));
        here.answered("c", "k", ANSWER);
        assertRefused(RejectionCode.IDEMPOTENCY_KEY_REUSED, () -> here.begin("c", "k", OTHER));
    }

    @Test
    void what_a_dead_process_began_is_resumed_with_its_ids() {
        var begun = here.begin("c", "k", BODY).work();

        var restarted = process(true);
        var resumed = restarted.begin("c", "k", BODY).work();

        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.resourceId()).isEqualTo(begun.resourceId());
        assertThat(resumed.executionId()).isEqualTo(begun.executionId());
        assertRefused(RejectionCode.IDEMPOTENCY_KEY_IN_USE, () -> restarted.begin("c", "k", BODY));
    }

    @Test
    void among_replicas_a_silent_process_is_dead_only_after_a_while() {
        here.begin("c", "k", BODY);
        var other = process(false);

        clock.advance(IdempotencyKeys.HELD.minusSeconds(1));
        assertRefused(RejectionCode.IDEMPOTENCY_KEY_IN_USE, () -> other.begin("c", "k", BODY));
        clock.advance(Duration.ofSeconds(2));
        assertThat(other.begin("c", "k", BODY).work().resumed()).isTrue();
    }

    @Test
    void what_a_living_replica_works_on_is_left_to_it_for_as_long_as_a_request_may_last() {
        here.begin("c", "k", BODY);
        var other = process(false);

        for (int i = 0; i < 17; i++) {
            clock.advance(Duration.ofSeconds(10));
            here.prolong();
            assertRefused(RejectionCode.IDEMPOTENCY_KEY_IN_USE, () -> other.begin("c", "k", BODY));
        }

        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(10));
            here.prolong();
        }
        assertThat(other.begin("c", "k", BODY).work().resumed()).isTrue();
    }

    @Test
    void what_ended_in_the_dark_is_resumed_at_once() {
        var begun = here.begin("c", "k", BODY).work();
        here.abandon("c", "k");

        assertThat(here.begin("c", "k", BODY).work().executionId()).isEqualTo(begun.executionId());
    }

    @Test
    void what_was_refused_at_the_door_is_forgotten() {
        here.begin("c", "k", BODY);
        here.forget("c", "k");

        assertThat(here.begin("c", "k", OTHER).work().resumed()).isFalse();
    }
}
