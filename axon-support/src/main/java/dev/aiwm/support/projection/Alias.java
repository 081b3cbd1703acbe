package dev.aiwm.support.projection;

import org.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which generation of a read model answers, and which is being built: the persisted agreement of
 * all replicas.
 *
 * @param next the generation that is being built, or null
 * @param retired generations that answer no more and whose collections may still exist
 * @param switchedAt when the active generation took over, or null for the first
 */
record Alias(String name, Entry active, Entry next, List<Retired> retired, Instant switchedAt) {

    /**
     * @param generation counts the collections of a read model
     * @param version of the code that it is for
     */
    record Entry(int generation, int version, Instant requestedAt, String requestedBy) {
        private static Entry of(Document document) {
            return document == null
                    ? null
                    : new Entry(
                            document.getInteger("generation"),
                            document.getInteger("version"),
                            instant(document, "requestedAt"),
                            document.getString("requestedBy"));
        }

        Document document() {
            return new Document("generation", generation)
                    .append("version", version)
                    .append("requestedAt", requestedAt.toEpochMilli())
                    .append("requestedBy", requestedBy);
        }
    }

    record Retired(int generation, Instant at) {}

    static Alias of(Document document) {
        var retired = new ArrayList<Retired>();
        for (Document entry : document.getList("retired", Document.class, List.of())) {
            retired.add(new Retired(entry.getInteger("generation"), instant(entry, "at")));
        }
        return new Alias(
                document.getString("_id"),
                Entry.of(document.get("active", Document.class)),
                Entry.of(document.get("next", Document.class)),
                retired,
                instant(document, "switchedAt"));
    }

    private static Instant instant(Document document, String field) {
        Long millis = document.getLong(field);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
