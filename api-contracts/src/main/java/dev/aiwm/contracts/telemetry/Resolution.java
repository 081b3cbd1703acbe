package dev.aiwm.contracts.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How finely figures are kept and for how long. The points of one subject lie in documents of one
 * while each, whose ids can be told from a time: nothing has to be searched.
 */
public enum Resolution {
    FINE("f", Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(24)),
    COARSE("c", Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(30));

    /** Of the documents. */
    public static final String COLLECTION = "telemetry_history";

    /** The points of a document, each as JSON. */
    public static final String POINTS = "points";

    /** When a document may be deleted. */
    public static final String UNTIL = "until";

    private final String mark;
    private final Duration step;
    private final Duration document;
    private final Duration kept;

    Resolution(String mark, Duration step, Duration document, Duration kept) {
        this.mark = mark;
        this.step = step;
        this.document = document;
        this.kept = kept;
    }

    public static String ofNode(String nodeId) {
        return "node/" + nodeId;
    }

    public static String ofResource(String resourceId) {
        return "resource/" + resourceId;
    }

    /** Between two points. */
    public Duration step() {
        return step;
    }

    public Duration kept() {
        return kept;
    }

    /** The beginning of the step that a time lies in. */
    public Instant floor(Instant at) {
        return floor(at, step);
    }

    public static Instant floor(Instant at, Duration step) {
        long millis = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
    }

    public String documentId(String subject, Instant at) {
        return subject + "/" + mark + "/" + floor(at, document);
    }

    /** Of all documents that may have points of this while. */
    public List<String> documentIds(String subject, Instant from, Instant to) {
        var ids = new ArrayList<String>();
        for (Instant at = floor(from, document); !at.isAfter(to); at = at.plus(document)) {
            ids.add(documentId(subject, at));
        }
        return ids;
    }

    /** When everything in the document is older than is kept. */
    public Instant until(Instant at) {
        return floor(at, document).plus(document).plus(kept);
    }
}
