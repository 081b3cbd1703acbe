package dev.aiwm.contracts.schedule;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a run began. */
public enum RunTrigger {
    TIME("time"),
    USER("user"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    RunTrigger(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
