package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an agent saw of the engine object. */
public enum ObservedState {
    RUNNING("running"),
    /** It is there with all its memory, and frozen. */
    PAUSED("paused"),
    STOPPED("stopped"),
    FAILED("failed"),
    ABSENT("absent"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ObservedState(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
