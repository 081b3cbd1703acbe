package dev.aiwm.contracts.user;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;

import java.time.Instant;

/**
 * Everything the events say about one user.
 *
 * @param erasedAt null while the profile can be read
 */
public record UserState(
        UserId userId,
        String orgId,
        Sealed profile,
        Instant createdAt,
        Instant updatedAt,
        Instant erasedAt,
        long sequence) {
    public UserState {
        requireNonNull(userId, "userId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public boolean isErased() {
        return erasedAt != null;
    }
}
