package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.EventProof;
import dev.aiwm.contracts.proof.HistoryProof;
import dev.aiwm.contracts.proof.Link;
import dev.aiwm.contracts.proof.LogVerifier;
import dev.aiwm.contracts.proof.MerkleTree;
import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.contracts.proof.Verification;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.lines.LongAnswer.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be proven, and whether it holds. */
final class Proofs {
    private static final int STEP = 10_000;

    private final EventLog log;
    private final ProofStore store;
    private final ProofKeys keys;
    private final LogLines lines;

    Proofs(EventLog log, ProofStore store, ProofKeys keys, LogLines lines) {
        this.log = log;
        this.store = store;
        this.keys = keys;
        this.lines = lines;
    }

    /**
     * Checks the whole log.
     *
     * @param progress is told now and then
     */
    Verification verify(Progress progress) {
        var verifier = new LogVerifier(keys.believed());
        long last = store.linkedTo();
        lines.forEach(
                null,
                line -> {
                    long before = verifier.position();
                    verifier.accept(line);
                    if (verifier.position() / STEP > before / STEP) {
                        progress.at(verifier.position(), last);
                    }
                });
        return verifier.result();
    }

    /** The way of each event of an aggregate to a signed checkpoint. */
    HistoryProof ofHistory(String aggregateId) {
        Map<Integer, Checkpoint> checkpoints = new TreeMap<>();
        List<EventProof> events = new ArrayList<>();
        Window window = null;
        for (LoggedEvent logged : log.readAggregate(aggregateId)) {
            long position = positionOf(logged);
            StoredEvent event = stored(position, logged);
            if (event == null) {
                continue;
            }
            if (window == null || !window.covers(position)) {
                window = store.covering(position).map(this::window).orElse(null);
            }
            if (window == null) {
                events.add(new EventProof(event, event.hash(), null, List.of()));
            } else {
                checkpoints.put(window.checkpoint().number(), window.checkpoint());
                events.add(window.proofOf(event));
            }
        }
        return new HistoryProof(
                aggregateId, events, List.copyOf(checkpoints.values()), keys.believed().texts());
    }

    private long positionOf(LoggedEvent logged) {
        return logged.position() != null
                ? logged.position().value()
                : store.positionOf(logged.eventId()).orElse(0);
    }

    private StoredEvent stored(long position, LoggedEvent logged) {
        if (position == 0) {
            return null;
        }
        return log.readStored(new Position(position - 1), 1).stream()
                .filter(event -> event.eventId().equals(logged.eventId()))
                .findFirst()
                .orElse(null);
    }

    private Window window(Checkpoint checkpoint) {
        int size = (int) (checkpoint.to() - checkpoint.from() + 1);
        return new Window(
                checkpoint,
                new MerkleTree(
                        store.links(checkpoint.from() - 1, size).stream()
                                .map(Link::hash)
                                .toList()));
    }

    Optional<Checkpoint> checkpoint(int number) {
        return store.checkpoint(number);
    }

    CheckpointsView checkpoints(int after, int limit) {
        List<Checkpoint> page = new ArrayList<>();
        for (int number = after + 1; page.size() < limit; number++) {
            Optional<Checkpoint> found = store.checkpoint(number);
            if (found.isEmpty()) {
                break;
            }
            page.add(found.get());
        }
        return new CheckpointsView(
                page, store.lastCheckpoint(), store.linkedTo(), keys.believed().texts());
    }

    private record Window(Checkpoint checkpoint, MerkleTree tree) {
        private boolean covers(long position) {
            return checkpoint.from() <= position && position <= checkpoint.to();
        }

        private EventProof proofOf(StoredEvent event) {
            int place = (int) (event.position() - checkpoint.from());
            return new EventProof(event, event.hash(), checkpoint.number(), tree.pathOf(place));
        }
    }
}
