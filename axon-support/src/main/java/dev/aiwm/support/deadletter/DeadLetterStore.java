package dev.aiwm.support.deadletter;

import java.util.List;
import java.util.Optional;

/**
 * Keeps dead letters. Where there are transactions, writes belong to the one of the calling thread;
 * elsewhere they must bear repetition, and do.
 */
public interface DeadLetterStore {

    /** Adds the letter, or puts it in the place of the one with its id. */
    void put(DeadLetter letter);

    /** Does nothing when there is no such letter. */
    void remove(String id);

    Optional<DeadLetter> find(String id);

    /** What a processor put aside, in the order of the log. */
    List<DeadLetter> of(String processor);

    /** All letters of all processors, in the order of the log. */
    List<DeadLetter> all();
}
