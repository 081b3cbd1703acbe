package dev.aiwm.contracts.deadletter.command;

import static java.util.Objects.requireNonNull;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Handle the event once more; those that wait for it follow. */
public record RetryDeadLetter(@TargetAggregateIdentifier String deadLetterId)
        implements DeadLetterCommand {
    public RetryDeadLetter {
        requireNonNull(deadLetterId, "deadLetterId is null");
    }
}
