package dev.aiwm.command.deadletter;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.deadletter.command.DiscardDeadLetter;
import dev.aiwm.contracts.deadletter.command.RetryDeadLetter;
import dev.aiwm.contracts.deadletter.event.DeadLetterDiscardRequested;
import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.deadletter.event.DeadLetterRetryRequested;
import dev.aiwm.support.deadletter.DeadLetter;
import dev.aiwm.support.deadletter.DeadLetterStore;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Says what is to become of a dead letter. That is an event, so that it is done by whoever runs the
 * processor, in its turn, and remembered with the name of who wanted it.
 */
@Component
class DeadLetterDecisions {
    private final DeadLetterStore letters;
    private final EventBus events;

    DeadLetterDecisions(DeadLetterStore letters, EventBus events) {
        this.letters = letters;
        this.events = events;
    }

    @CommandHandler
    void decide(RetryDeadLetter command) {
        DeadLetter letter = find(command.deadLetterId());
        letter.firstAhead(letters.of(letter.processor()))
                .ifPresent(
                        ahead -> {
                            throw new Rejection(
                                    RejectionCode.ILLEGAL_TRANSITION,
                                    "it waits for an earlier one: " + ahead.id(),
                                    Map.of("waitsFor", ahead.id()));
                        });
        say(new DeadLetterRetryRequested(letter.id(), letter.processor()));
    }

    @CommandHandler
    void decide(DiscardDeadLetter command) {
        DeadLetter letter = find(command.deadLetterId());
        say(new DeadLetterDiscardRequested(letter.id(), letter.processor()));
    }

    private DeadLetter find(String id) {
        return letters.find(id)
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.NOT_FOUND,
                                        "there is no dead letter " + id,
                                        Map.of("id", id)));
    }

    private void say(DeadLetterEvent event) {
        events.publish(GenericEventMessage.asEventMessage(event));
    }
}
