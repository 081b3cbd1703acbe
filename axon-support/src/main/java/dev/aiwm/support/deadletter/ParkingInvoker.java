package dev.aiwm.support.deadletter;

import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.deadletter.event.DeadLetterRetryRequested;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps back what must wait for a dead letter, and does with dead letters what was decided about
 * them. All of it in the processor's own turn, so that the order per resource and execution is the
 * order of the log.
 */
final class ParkingInvoker implements EventHandlerInvoker {
    private static final int LONGEST_CAUSE = 1_000;

    private final String processor;
    private final EventHandlerInvoker handlers;
    private final ParkedEvents parked;
    private final EventLog log;
    private final EventBus events;
    private final DiscardedEvents discarded;
    private final Clock clock = Clock.systemUTC();

    ParkingInvoker(
            String processor,
            EventHandlerInvoker handlers,
            DeadLetterStore store,
            EventLog log,
            EventBus events,
            DiscardedEvents discarded) {
        this.processor = processor;
        this.handlers = handlers;
        this.parked = new ParkedEvents(processor, store);
        this.log = log;
        this.events = events;
        this.discarded = discarded;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message.getPayload() instanceof DeadLetterEvent decided
                ? decided.processor().equals(processor)
                : handlers.canHandle(message, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return DeadLetterEvent.class.isAssignableFrom(payloadType)
                || handlers.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        if (message.getPayload() instanceof DeadLetterEvent decided) {
            settle(decided, segment);
            return;
        }
        if (!parked.all().isEmpty() && parked.holdUp(Concerned.by(message))) {
            if (parked.find(DeadLetter.idOf(processor, message.getIdentifier())).isEmpty()) {
                parked.put(letterOf(message));
            }
            return;
        }
        handlers.handle(message, segment);
    }

    private void settle(DeadLetterEvent decided, Segment segment) throws Exception {
        DeadLetter letter = parked.find(decided.deadLetterId()).orElse(null);
        if (letter == null) {
            return;
        }
        if (decided instanceof DeadLetterRetryRequested) {
            if (letter.firstAhead(parked.all()).isPresent()) {
                return;
            }
            for (EventMessage<?> message : messagesOf(letter)) {
                handlers.handle(message, segment);
            }
        } else {
            messagesOf(letter).forEach(message -> discarded.discarded(processor, message));
        }
        parked.remove(letter);
        goOnBehind(letter);
    }

    /** What only waited is tried in its own unit of work, one after the other. */
    private void goOnBehind(DeadLetter gone) {
        List<DeadLetter> left = parked.all();
        left.stream()
                .filter(DeadLetter::waits)
                .filter(letter -> letter.concernsAnyOf(gone.concerns()))
                .filter(letter -> letter.firstAhead(left).isEmpty())
                .map(letter -> new DeadLetterRetryRequested(letter.id(), processor))
                .forEach(next -> events.publish(GenericEventMessage.asEventMessage(next)));
    }

    /** The events of one place in the log; upcasters may have made several of it, or none. */
    private List<? extends DomainEventMessage<?>> messagesOf(DeadLetter letter) {
        return log.read(new Position(letter.position().value() - 1), 1).stream()
                .filter(event -> event.eventId().equals(letter.eventId()))
                .map(ParkingInvoker::message)
                .toList();
    }

    private static DomainEventMessage<?> message(LoggedEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.payload(),
                event.metadata(),
                event.eventId(),
                event.timestamp());
    }

    /** Notes that an event cannot be handled, or a letter still not; within a unit of work. */
    void park(EventMessage<?> message, int attempts, Throwable failure) {
        Instant now = clock.instant();
        if (message.getPayload() instanceof DeadLetterEvent decided) {
            parked.find(decided.deadLetterId())
                    .ifPresent(letter -> parked.put(letter.failed(attempts, now, text(failure))));
        } else {
            parked.put(letterOf(message).failed(attempts, now, text(failure)));
        }
    }

    private DeadLetter letterOf(EventMessage<?> message) {
        Set<String> concerned = Concerned.by(message);
        return new DeadLetter(
                DeadLetter.idOf(processor, message.getIdentifier()),
                processor,
                LoggedEvents.positionOf(((TrackedEventMessage<?>) message).trackingToken()),
                message.getIdentifier(),
                message.getPayloadType().getSimpleName(),
                Concerned.streamOf(message),
                concerned,
                clock.instant(),
                0,
                null,
                null);
    }

    private static String text(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        parked.forget();
        handlers.segmentReleased(segment);
    }
}
