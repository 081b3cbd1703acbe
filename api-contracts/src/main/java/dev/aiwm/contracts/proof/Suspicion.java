package dev.aiwm.contracts.proof;

import dev.aiwm.contracts.proof.Finding.Kind;
import dev.aiwm.contracts.proof.ProofLine.Entry;

/** The first difference, of which later lines may tell what was done. */
final class Suspicion {
    private final Finding certain;
    private final Link expected;
    private final StoredEvent found;
    private boolean expectedComesLater;
    private boolean foundIsExpectedLater;
    private boolean somethingComesLater;

    private Suspicion(Finding certain, Link expected, StoredEvent found) {
        this.certain = certain;
        this.expected = expected;
        this.found = found;
    }

    static Suspicion certain(Finding finding) {
        return new Suspicion(finding, null, null);
    }

    static Suspicion missing(Link expected) {
        return new Suspicion(null, expected, null);
    }

    static Suspicion other(Link expected, StoredEvent found) {
        return new Suspicion(null, expected, found);
    }

    void look(Entry entry) {
        if (certain != null) {
            return;
        }
        if (entry.event() != null) {
            somethingComesLater = true;
            expectedComesLater |= entry.event().eventId().equals(expected.eventId());
        }
        if (found != null && entry.link() != null) {
            foundIsExpectedLater |= entry.link().eventId().equals(found.eventId());
        }
    }

    Finding finding() {
        if (certain != null) {
            return certain;
        }
        return found == null ? ofMissing() : ofOther();
    }

    private Finding ofMissing() {
        if (expectedComesLater) {
            return named(Kind.REORDERED, expected.eventId(), "the event stands at a later place");
        }
        return somethingComesLater
                ? named(Kind.REMOVED, expected.eventId(), "the event is gone")
                : named(Kind.CUT_TAIL, expected.eventId(), "the log ends before this event");
    }

    private Finding ofOther() {
        if (expectedComesLater && foundIsExpectedLater) {
            return named(
                    Kind.REORDERED,
                    expected.eventId(),
                    "event " + found.eventId() + " stands in its place");
        }
        if (foundIsExpectedLater) {
            return named(
                    Kind.REMOVED, expected.eventId(), "the event is gone, later ones moved up");
        }
        if (expectedComesLater) {
            return named(Kind.INSERTED, found.eventId(), "the event was not there");
        }
        return named(
                Kind.REPLACED,
                expected.eventId(),
                "event " + found.eventId() + " stands in its place");
    }

    private Finding named(Kind kind, String eventId, String explanation) {
        return new Finding(kind, expected.position(), expected.position(), eventId, explanation);
    }
}
