package dev.aiwm.contracts.deadletter.event;

import static java.util.Objects.requireNonNull;

import org.axonframework.serialization.Revision;

/** The event is to be handled once more. */
@Revision("1")
public record DeadLetterRetryRequested(String deadLetterId, String processor)
        implements DeadLetterEvent {
    public DeadLetterRetryRequested {
        requireNonNull(deadLetterId, "deadLetterId is null");
        requireNonNull(processor, "processor is null");
    }
}
