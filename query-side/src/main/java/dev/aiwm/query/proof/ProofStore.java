package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the chain is kept, apart from the log: links by position and checkpoints by number, both
 * from 1 and without gaps, and nothing of it is ever replaced.
 */
interface ProofStore {

    /** Position of the last link, 0 when there is none. */
    long linkedTo();

    /** The links after a position, in order. */
    List<Link> links(long after, int limit);

    /** Adds the next links; what is there already stays as it is. */
    void append(List<Link> links);

    /** Number of the last checkpoint, 0 when there is none. */
    int lastCheckpoint();

    Optional<Checkpoint> checkpoint(int number);

    /**
     * Adds the next checkpoint, on disk when this returns, with the links that it covers.
     *
     * @return false when another process has made one of this number
     */
    boolean append(Checkpoint checkpoint);

    /** Where an event is. */
    OptionalLong positionOf(String eventId);

    /** The checkpoint that covers a position. */
    default Optional<Checkpoint> covering(long position) {
        int low = 1;
        int high = lastCheckpoint();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean reaches = checkpoint(middle).filter(it -> it.to() >= position).isPresent();
            if (reaches) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return checkpoint(low).filter(it -> it.from() <= position && position <= it.to());
    }
}
