package dev.aiwm.contracts.user.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let it be known who the user is; takes the place of what was known. */
public record DescribeUser(
        @TargetAggregateIdentifier UserId userId,
        String orgId,
        Sealed profile,
        long expectedSequence)
        implements UserCommand {
    public DescribeUser {
        requireNonNull(userId, "userId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(profile, "profile is null");
    }
}
