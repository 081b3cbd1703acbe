package dev.aiwm.command.idempotency;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/**
 * A request that came with an idempotency key.
 *
 * @param fingerprint keyed hash of what was asked
 * @param holder the process that works on it; null when none does
 * @param answer sealed; null until there is one
 */
record KeyedRequest(
        String caller,
        String key,
        String fingerprint,
        ResourceId resourceId,
        ExecutionId executionId,
        String holder,
        Instant heldUntil,
        Instant createdAt,
        byte[] answer) {
    KeyedRequest {
        requireNonNull(caller, "caller is null");
        requireNonNull(key, "key is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    boolean isAnswered() {
        return answer != null;
    }

    RequestIds resumedIds() {
        return new RequestIds(resourceId, executionId, true);
    }
}
