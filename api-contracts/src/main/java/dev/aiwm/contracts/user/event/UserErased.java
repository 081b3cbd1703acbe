package dev.aiwm.contracts.user.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.UserId;

import org.axonframework.serialization.Revision;

/** Who the user was is not to be known any more: the key to it is destroyed. */
@Revision("1")
public record UserErased(UserId userId) implements UserEvent {
    public UserErased {
        requireNonNull(userId, "userId is null");
    }
}
