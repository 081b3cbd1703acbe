package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the user wants, whatever is true. */
public enum WantedState {
    RUNNING("running"),
    PAUSED("paused"),
    STOPPED("stopped"),
    DELETED("deleted"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    WantedState(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
