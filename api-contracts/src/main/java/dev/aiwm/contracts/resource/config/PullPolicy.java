package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** When the registry is asked for an image. */
public enum PullPolicy {
    ALWAYS("always"),
    IF_NOT_PRESENT("if-not-present"),
    NEVER("never"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    PullPolicy(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
