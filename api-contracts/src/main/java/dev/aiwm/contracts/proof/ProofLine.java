package dev.aiwm.contracts.proof;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;

/**
 * A line of an export of the log: one head, entries in the order of positions with each checkpoint
 * behind the last entry that it covers, one end.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = ProofLine.Head.class, name = "head"),
    @Type(value = ProofLine.Entry.class, name = "entry"),
    @Type(value = ProofLine.Sealed.class, name = "checkpoint"),
    @Type(value = ProofLine.End.class, name = "end")
})
public sealed interface ProofLine {

    /**
     * How an export begins.
     *
     * @param version of the format
     * @param start the checkpoint behind which it begins, or null for the beginning of the log
     * @param publicKeys as the server tells them; believe those that you have from elsewhere
     */
    record Head(int version, String exportedAt, Checkpoint start, List<String> publicKeys)
            implements ProofLine {
        public static final int VERSION = 1;

        public Head {
            publicKeys = List.copyOf(publicKeys);
        }
    }

    /**
     * What log and chain have at one position.
     *
     * @param link null where the chain has not come yet
     * @param event null when the log has none there
     */
    record Entry(Link link, StoredEvent event) implements ProofLine {}

    /** A checkpoint. */
    record Sealed(Checkpoint checkpoint) implements ProofLine {
        public Sealed {
            requireNonNull(checkpoint, "checkpoint is null");
        }
    }

    /**
     * How an export ends; without it something is missing.
     *
     * @param linkedTo position of the last event that the chain had
     * @param checkpoints how many there were
     */
    record End(long linkedTo, int checkpoints) implements ProofLine {}
}
