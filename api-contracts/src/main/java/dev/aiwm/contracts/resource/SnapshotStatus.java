package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is done with a snapshot at the moment. */
public enum SnapshotStatus {
    CREATING("creating"),
    READY("ready"),
    RESTORING("restoring"),
    DELETING("deleting"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    SnapshotStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
