package dev.aiwm.contracts.schedule;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of runs whose time passed while nobody could begin them. */
public enum MissedRuns {
    SKIP("skip"),
    RUN_ONCE("run-once"),
    RUN_ALL("run-all"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    MissedRuns(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
