package dev.aiwm.contracts.proof;

import java.util.List;

/**
 * That an event is in the log.
 *
 * @param checkpoint number of the one that covers it; null while there is none yet
 * @param path from the event to the checkpoint's root
 */
public record EventProof(
        StoredEvent event, String hash, Integer checkpoint, List<MerkleTree.Step> path) {
    public EventProof {
        path = List.copyOf(path);
    }

    /** Whether the event is what the checkpoint was signed over; the signature is another check. */
    public boolean leadsTo(Checkpoint signed) {
        return checkpoint != null
                && checkpoint == signed.number()
                && signed.from() <= event.position()
                && event.position() <= signed.to()
                && event.hash().equals(hash)
                && MerkleTree.rootOf(hash, path).equals(signed.root());
    }
}
