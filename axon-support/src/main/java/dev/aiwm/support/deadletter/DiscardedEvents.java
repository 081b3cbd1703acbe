package dev.aiwm.support.deadletter;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Settles what waits for the consequences of an event that is never handled. It is asked in the
 * processor's turn and within its unit of work, before those that waited behind the event go on;
 * when it fails the event stays put aside.
 */
public interface DiscardedEvents {
    void discarded(String processor, DomainEventMessage<?> event);
}
