package dev.aiwm.support.deadletter;

import static java.util.Objects.requireNonNull;

import dev.aiwm.support.log.Position;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event that a processor put aside. The event itself stays where it is, in the log; this says
 * which it is, whom it concerns, and why it was not handled.
 *
 * @param id of the letter, which follows from processor and event
 * @param position of the event
 * @param concerns ids of those about whom the processor handles nothing later before this
 * @param attempts how often it was tried; 0 when it only waits for an earlier one
 * @param triedAt the newest attempt, or null
 * @param cause why the newest attempt failed, or null
 */
public record DeadLetter(
        String id,
        String processor,
        Position position,
        String eventId,
        String eventType,
        String aggregateId,
        Set<String> concerns,
        Instant parkedAt,
        int attempts,
        Instant triedAt,
        String cause) {

    public DeadLetter {
        requireNonNull(id, "id is null");
        requireNonNull(processor, "processor is null");
        concerns = Set.copyOf(concerns);
    }

    static String idOf(String processor, String eventId) {
        return processor + "." + eventId;
    }

    /** Whether it was never tried, only kept back behind an earlier one. */
    public boolean waits() {
        return attempts == 0;
    }

    /** The first that must be settled before this one: earlier, and about the same. */
    public Optional<DeadLetter> firstAhead(List<DeadLetter> letters) {
        return letters.stream()
                .filter(other -> other.processor().equals(processor))
                .filter(other -> position.isAfter(other.position()))
                .filter(other -> other.concernsAnyOf(concerns))
                .min(Comparator.comparing(DeadLetter::position));
    }

    boolean concernsAnyOf(Set<String> others) {
        return others.stream().anyMatch(concerns::contains);
    }

    DeadLetter failed(int more, Instant at, String why) {
        return new DeadLetter(
                id,
                processor,
                position,
                eventId,
                eventType,
                aggregateId,
                concerns,
                parkedAt,
                attempts + more,
                at,
                why);
    }
}
