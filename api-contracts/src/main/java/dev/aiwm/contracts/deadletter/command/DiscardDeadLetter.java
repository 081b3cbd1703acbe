package dev.aiwm.contracts.deadletter.command;

import static java.util.Objects.requireNonNull;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Never handle the event; those that wait for it go on without it. */
public record DiscardDeadLetter(@TargetAggregateIdentifier String deadLetterId)
        implements DeadLetterCommand {
    public DiscardDeadLetter {
        requireNonNull(deadLetterId, "deadLetterId is null");
    }
}
