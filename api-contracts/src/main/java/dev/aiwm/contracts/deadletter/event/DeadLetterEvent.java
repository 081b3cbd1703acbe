package dev.aiwm.contracts.deadletter.event;

/**
 * What is to become of a dead letter. It reaches the processor that put the letter aside in its
 * turn among all events, so nothing else is handled meanwhile.
 */
public sealed interface DeadLetterEvent
        permits DeadLetterRetryRequested, DeadLetterDiscardRequested {
    String deadLetterId();

    /** The processor that put the letter aside. */
    String processor();
}
