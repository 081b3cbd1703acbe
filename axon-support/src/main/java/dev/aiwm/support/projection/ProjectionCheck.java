package dev.aiwm.support.projection;

import dev.aiwm.support.log.Position;

import java.util.List;

/**
 * A read model compared with a fold of the log from nothing.
 *
 * @param generation of the collection that was compared
 * @param position up to which the model had to have every event
 * @param documents that were compared
 * @param differing how many of them differ
 * @param differences the first of these
 */
public record ProjectionCheck(
        String name,
        int generation,
        Position position,
        long documents,
        long differing,
        List<Difference> differences) {
    public ProjectionCheck {
        differences = List.copyOf(differences);
    }

    /** Two of the read model's kinds of wrong, and what is there without a reason. */
    public enum Kind {
        /** The document is not what its events add up to. */
        DIFFERS,
        /** The document lacks events that the model says it has. */
        BEHIND,
        /** There is no document. */
        MISSING,
        /** There is no event of it. */
        EXTRA
    }

    /**
     * @param id of the document
     * @param fields that are not what they should be
     */
    public record Difference(String id, Kind kind, List<String> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }
}
