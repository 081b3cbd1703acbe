package dev.aiwm.contracts.schedule;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a run of a schedule ended, or that it has not. */
public enum RunOutcome {
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    REFUSED("refused"),
    MISSED("missed"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    RunOutcome(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
