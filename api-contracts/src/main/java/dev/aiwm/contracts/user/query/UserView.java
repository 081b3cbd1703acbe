package dev.aiwm.contracts.user.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.user.UserProfile;
import dev.aiwm.contracts.user.UserState;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as REST shows it.
 *
 * @param name the word "erased" when nobody can know it any more
 */
public record UserView(
        String userId,
        String orgId,
        String name,
        String email,
        boolean erased,
        Instant createdAt,
        Instant updatedAt,
        Instant erasedAt,
        long version) {
    public UserView {
        requireNonNull(userId, "userId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(name, "name is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /** Not who it is: logs are for ever too. */
    @Override
    public String toString() {
        return "UserView of " + userId;
    }

    /**
     * @param profile empty when its key was destroyed, whatever the state says: it may be a past
     *     one
     */
    public static UserView of(UserState state, Optional<UserProfile> profile) {
        UserProfile known = profile.orElse(UserProfile.ERASED);
        return new UserView(
                state.userId().value(),
                state.orgId(),
                known.name(),
                known.email(),
                profile.isEmpty(),
                state.createdAt(),
                state.updatedAt(),
                state.erasedAt(),
                state.sequence());
    }
}
