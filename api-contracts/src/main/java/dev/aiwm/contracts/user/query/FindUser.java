package dev.aiwm.contracts.user.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.UserId;

/** One user, not older than `minVersion`. */
public record FindUser(UserId userId, Long minVersion) {
    public FindUser {
        requireNonNull(userId, "userId is null");
    }
}
