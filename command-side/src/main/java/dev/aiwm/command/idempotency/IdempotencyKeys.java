package dev.aiwm.command.idempotency;

import dev.aiwm.command.vault.Seal;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The rules for repeated requests. A key is noted before any work, with the ids that the work will
 * use; whoever repeats a request whose process died goes on with them.
 */
final class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    /** After so long without {@link #prolong} a process is taken for dead. */
    static final Duration HELD = Duration.ofSeconds(20);

    /** Longer than any request lives: what is older is not prolonged. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final KeyStore store;
    private final Seal seal;
    private final Clock clock;
    private final boolean alone;
    private final String self = UUID.randomUUID().toString();
    private volatile Instant nextSweep = Instant.MIN;

    /**
     * @param alone no other process shares the store, so that whoever else holds a key is dead
     */
    IdempotencyKeys(KeyStore store, Seal seal, Clock clock, boolean alone) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
        this.alone = alone;
    }

    /** What is to be done with a request: exactly one of the two is there. */
    record Turn(RequestIds work, StoredAnswer replay) {}

    /**
     * @throws Rejection IDEMPOTENCY_KEY_REUSED for another body, IDEMPOTENCY_KEY_IN_USE while the
     *     first request is under way
     */
    Turn begin(String caller, String key, byte[] request) {
        Instant now = clock.instant();
        sweep(now);
        String fingerprint = seal.fingerprint("idempotency", request);
        var fresh =
                new KeyedRequest(
                        caller,
                        key,
                        fingerprint,
                        ResourceId.random(),
                        ExecutionId.random(),
                        self,
                        now.plus(HELD),
                        now,
                        null);
        if (store.add(fresh)) {
            return new Turn(new RequestIds(fresh.resourceId(), fresh.executionId(), false), null);
        }
        KeyedRequest known = store.find(caller, key).orElseThrow(IdempotencyKeys::inUse);
        if (known.createdAt().plus(KEPT).isBefore(now)) {
            store.remove(caller, key);
            return begin(caller, key, request);
        }
        return repeat(known, fingerprint, now);
    }

    private Turn repeat(KeyedRequest known, String fingerprint, Instant now) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new Rejection(
                    RejectionCode.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key was used for another request");
        }
        if (known.isAnswered()) {
            return new Turn(
                    null, StoredAnswer.fromBytes(seal.open(known.answer(), context(known))));
        }
        boolean abandoned =
                known.heldUntil().isBefore(now) || alone && !self.equals(known.holder());
        if (!abandoned || !store.takeOver(known, self, now.plus(HELD))) {
            throw inUse();
        }
        return new Turn(known.resumedIds(), null);
    }

    /** Says that this process still works on what it holds. */
    void prolong() {
        Instant now = clock.instant();
        store.prolong(self, now.minus(LONGEST), now.plus(HELD));
    }

    private static Rejection inUse() {
        return new Rejection(
                RejectionCode.IDEMPOTENCY_KEY_IN_USE,
                "the first request with this Idempotency-Key is still under way");
    }

    void answered(String caller, String key, StoredAnswer answer) {
        store.answer(caller, key, seal.close(answer.toBytes(), context(caller, key)));
    }

    /** The request was refused before anything was done: it may be corrected under the same key. */
    void forget(String caller, String key) {
        store.remove(caller, key);
    }

    /** It is not known what was done: a repetition goes on where this ended. */
    void abandon(String caller, String key) {
        store.letGo(caller, key);
    }

    private static String context(KeyedRequest request) {
        return context(request.caller(), request.key());
    }

    private static String context(String caller, String key) {
        return "idempotency\n" + caller + "\n" + key;
    }

    private void sweep(Instant now) {
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            store.removeOlderThan(now.minus(KEPT));
        }
    }
}
