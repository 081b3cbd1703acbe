package dev.aiwm.contracts.proof;

import java.util.List;
import java.util.Optional;

/**
 * All events of one aggregate, each with its way to a signed checkpoint. That none was left out at
 * the beginning or in between shows in their sequence numbers, which have no gaps.
 */
public record HistoryProof(
        String aggregateId,
        List<EventProof> events,
        List<Checkpoint> checkpoints,
        List<String> publicKeys) {
    public HistoryProof {
        events = List.copyOf(events);
        checkpoints = List.copyOf(checkpoints);
        publicKeys = List.copyOf(publicKeys);
    }

    /** Whether all events that are covered by a checkpoint stand up to the keys. */
    public boolean holds(CheckpointKeys keys) {
        return firstDoubtful(keys).isEmpty();
    }

    /** The first event that does not stand up to the keys, or does not follow the one before it. */
    public Optional<EventProof> firstDoubtful(CheckpointKeys keys) {
        for (int i = 0; i < events.size(); i++) {
            EventProof proof = events.get(i);
            boolean follows =
                    proof.event().sequence() == i
                            && proof.event().aggregateId().equals(aggregateId);
            if (!follows || proof.checkpoint() != null && !isSigned(proof, keys)) {
                return Optional.of(proof);
            }
        }
        return Optional.empty();
    }

    private boolean isSigned(EventProof proof, CheckpointKeys keys) {
        return checkpoints.stream()
                .anyMatch(signed -> proof.leadsTo(signed) && keys.believe(signed));
    }
}
