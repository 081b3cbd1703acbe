package dev.aiwm.contracts.user.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.UserId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let nobody know any more who the user was. */
public record EraseUser(@TargetAggregateIdentifier UserId userId, long expectedSequence)
        implements UserCommand {
    public EraseUser {
        requireNonNull(userId, "userId is null");
    }
}
