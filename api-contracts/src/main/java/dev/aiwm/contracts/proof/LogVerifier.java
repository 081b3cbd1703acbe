package dev.aiwm.contracts.proof;

import dev.aiwm.contracts.proof.Finding.Kind;
import dev.aiwm.contracts.proof.ProofLine.End;
import dev.aiwm.contracts.proof.ProofLine.Entry;
import dev.aiwm.contracts.proof.ProofLine.Head;
import dev.aiwm.contracts.proof.ProofLine.Sealed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the log with the chain, and the chain with the signed checkpoints, line by line of an
 * export; needs nothing but the lines and the keys, and memory for one checkpoint's hashes. What is
 * found first counts; what follows it only helps to tell what was done.
 */
public final class LogVerifier {
    private final CheckpointKeys keys;
    private final Map<Integer, Checkpoint> kept = new TreeMap<>();
    private final List<String> window = new ArrayList<>();

    private String chain = Link.GENESIS;
    private long linkedTo;
    private long sealedTo;
    private int checkpoint;
    private int checked;
    private long events;
    private long unlinked;
    private boolean ended;
    private Suspicion suspicion;

    public LogVerifier(CheckpointKeys keys) {
        this.keys = keys;
    }

    /** Checkpoints that were kept elsewhere, which the log must still agree with. */
    public LogVerifier against(Collection<Checkpoint> checkpoints) {
        checkpoints.forEach(it -> kept.put(it.number(), it));
        return this;
    }

    public void accept(ProofLine line) {
        if (line instanceof Entry entry) {
            take(entry);
        } else if (line instanceof Sealed sealed) {
            take(sealed.checkpoint());
        } else if (line instanceof Head head) {
            take(head);
        } else if (line instanceof End end) {
            take(end);
        }
    }

    private void take(Head head) {
        Checkpoint start = head.start();
        if (head.version() != Head.VERSION) {
            throw new IllegalArgumentException("not a known format: version " + head.version());
        }
        if (start == null) {
            return;
        }
        requireBelief(start);
        chain = start.chain();
        linkedTo = start.to();
        sealedTo = start.to();
        checkpoint = start.number();
    }

    private void take(Entry entry) {
        if (suspicion != null) {
            suspicion.look(entry);
        }
        Link link = entry.link();
        if (link == null) {
            unlinked++;
            return;
        }
        if (link.position() != linkedTo + 1) {
            suspect(
                    Kind.CHAIN_REWRITTEN,
                    linkedTo + 1,
                    link.position(),
                    null,
                    "the chain does not have what lies before position " + link.position());
        }
        linkedTo = link.position();
        chain = link.chainAfter(chain);
        window.add(link.hash());
        compare(link, entry.event());
    }

    private void compare(Link link, StoredEvent event) {
        if (event == null) {
            if (suspicion == null) {
                suspicion = Suspicion.missing(link);
            }
            return;
        }
        events++;
        if (suspicion != null) {
            return;
        }
        if (!event.eventId().equals(link.eventId())) {
            suspicion = Suspicion.other(link, event);
        } else if (!event.hash().equals(link.hash())) {
            suspect(
                    Kind.CHANGED,
                    link.position(),
                    link.position(),
                    link.eventId(),
                    "the event is not what it was when it was stored");
        }
    }

    private void take(Checkpoint next) {
        checked++;
        requireBelief(next);
        if (next.number() != checkpoint + 1 || next.from() != sealedTo + 1) {
            suspect(
                    Kind.CHECKPOINT_MISSING,
                    sealedTo + 1,
                    Math.max(sealedTo + 1, next.from() - 1),
                    null,
                    "checkpoint " + (checkpoint + 1) + " is missing");
        } else if (next.to() != linkedTo
                || !next.chain().equals(chain)
                || window.isEmpty()
                || !next.root().equals(new MerkleTree(window).root())) {
            suspect(
                    Kind.CHAIN_REWRITTEN,
                    next.from(),
                    next.to(),
                    null,
                    "the chain is not what checkpoint " + next.number() + " was signed over");
        }
        checkpoint = next.number();
        sealedTo = next.to();
        window.clear();
    }

    private void requireBelief(Checkpoint stated) {
        if (!keys.believe(stated)) {
            suspect(
                    Kind.CHECKPOINT_FORGED,
                    stated.from(),
                    stated.to(),
                    null,
                    "the signature of checkpoint "
                            + stated.number()
                            + " is of no known key, or of something else");
        }
        Checkpoint known = kept.remove(stated.number());
        if (known != null && !known.equals(stated)) {
            suspect(
                    Kind.CHAIN_REWRITTEN,
                    stated.from(),
                    stated.to(),
                    null,
                    "checkpoint " + stated.number() + " is not the one that was kept");
        }
    }

    private void take(End end) {
        ended = true;
        if (end.linkedTo() != linkedTo || end.checkpoints() != checkpoint) {
            cut("the export has less than it says");
        }
    }

    private void cut(String explanation) {
        suspect(Kind.CUT_TAIL, linkedTo + 1, linkedTo + 1, null, explanation);
    }

    private void suspect(Kind kind, long from, long to, String eventId, String explanation) {
        if (suspicion == null) {
            suspicion = Suspicion.certain(new Finding(kind, from, to, eventId, explanation));
        }
    }

    /** How far it has come. */
    public long position() {
        return linkedTo;
    }

    /** When all lines have been given. */
    public Verification result() {
        if (!ended) {
            cut("the export has no end");
        }
        kept.keySet().stream()
                .filter(number -> number > checkpoint)
                .findFirst()
                .ifPresent(number -> cut("checkpoint " + number + " was kept and is not there"));
        Finding finding = suspicion == null ? null : suspicion.finding();
        return new Verification(
                finding == null, events, sealedTo, linkedTo, unlinked, checked, chain, finding);
    }
}
