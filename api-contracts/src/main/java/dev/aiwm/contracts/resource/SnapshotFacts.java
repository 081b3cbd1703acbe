package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.SnapshotId;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine says of a snapshot that it has. The parent is the snapshot that the machine was
 * based on when this one was taken; absent when there was none. A size that the engine cannot tell
 * is absent.
 */
public record SnapshotFacts(
        SnapshotId snapshotId,
        SnapshotId parent,
        SnapshotConsistency consistency,
        Long diskBytes,
        Long memoryBytes,
        Instant createdAt) {
    private static final String ID = "snapshotId";
    private static final String PARENT = "parent";
    private static final String CONSISTENCY = "consistency";
    private static final String DISK = "diskBytes";
    private static final String MEMORY = "memoryBytes";
    private static final String CREATED = "createdAt";

    public SnapshotFacts {
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(consistency, "consistency is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** These facts as the details of a step's result. */
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put(ID, snapshotId.value());
        details.put(CONSISTENCY, consistency.wire());
        details.put(CREATED, createdAt.toString());
        put(details, PARENT, parent);
        put(details, DISK, diskBytes);
        put(details, MEMORY, memoryBytes);
        return details;
    }

    /** What such details say; empty when they are of something else or cannot be read. */
    public static Optional<SnapshotFacts> of(Map<String, String> details) {
        if (!details.containsKey(ID) || !details.containsKey(CREATED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SnapshotFacts(
                            SnapshotId.of(details.get(ID)),
                            details.containsKey(PARENT) ? SnapshotId.of(details.get(PARENT)) : null,
                            SnapshotConsistency.of(details.get(CONSISTENCY)),
                            number(details.get(DISK)),
                            number(details.get(MEMORY)),
                            Instant.parse(details.get(CREATED))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    private static Long number(String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
