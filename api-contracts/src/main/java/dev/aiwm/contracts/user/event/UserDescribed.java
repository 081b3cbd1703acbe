package dev.aiwm.contracts.user.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;

import org.axonframework.serialization.Revision;

/** It was told who the user is. */
@Revision("1")
public record UserDescribed(UserId userId, String orgId, Sealed profile) implements UserEvent {
    public UserDescribed {
        requireNonNull(userId, "userId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(profile, "profile is null");
    }
}
