package dev.aiwm.contracts.deadletter.command;

/** A wish about an event that a processor put aside. */
public sealed interface DeadLetterCommand permits RetryDeadLetter, DiscardDeadLetter {
    String deadLetterId();
}
