package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A snapshot of a virtual machine: 24 hex digits. */
public record SnapshotId(@JsonValue String value) {
    public SnapshotId {
        ObjectIds.requireValid(value, "SnapshotId");
    }

    @JsonCreator
    public static SnapshotId of(String value) {
        return new SnapshotId(value);
    }

    public static SnapshotId random() {
        return new SnapshotId(ObjectIds.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
