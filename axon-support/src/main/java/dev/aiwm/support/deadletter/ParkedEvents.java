package dev.aiwm.support.deadletter;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one processor has put aside. Only the process that has claimed the processor changes it, so
 * it is kept in memory until something changes or the claim goes.
 */
final class ParkedEvents {
    private final String processor;
    private final DeadLetterStore store;
    private volatile List<DeadLetter> known;

    ParkedEvents(String processor, DeadLetterStore store) {
        this.processor = processor;
        this.store = store;
    }

    /** In the order of the log. */
    List<DeadLetter> all() {
        List<DeadLetter> letters = known;
        if (letters == null) {
            letters = List.copyOf(store.of(processor));
            known = letters;
        }
        return letters;
    }

    Optional<DeadLetter> find(String id) {
        return all().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    /** Whether something is put aside that one of these must wait for. */
    boolean holdUp(Set<String> concerned) {
        return all().stream().anyMatch(letter -> letter.concernsAnyOf(concerned));
    }

    void put(DeadLetter letter) {
        store.put(letter);
        forgetAfterThis();
    }

    void remove(DeadLetter letter) {
        store.remove(letter.id());
        forgetAfterThis();
    }

    /** What is read within the unit of work may be undone with it. */
    private void forgetAfterThis() {
        forget();
        CurrentUnitOfWork.ifStarted(unit -> unit.onCleanup(done -> forget()));
    }

    void forget() {
        known = null;
    }
}
