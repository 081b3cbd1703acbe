package dev.aiwm.contracts.deadletter.event;

import static java.util.Objects.requireNonNull;

import org.axonframework.serialization.Revision;

/** The event is never to be handled; those that waited for it go on. */
@Revision("1")
public record DeadLetterDiscardRequested(String deadLetterId, String processor)
        implements DeadLetterEvent {
    public DeadLetterDiscardRequested {
        requireNonNull(deadLetterId, "deadLetterId is null");
        requireNonNull(processor, "processor is null");
    }
}
