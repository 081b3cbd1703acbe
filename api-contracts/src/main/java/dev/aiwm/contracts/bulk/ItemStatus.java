package dev.aiwm.contracts.bulk;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How it goes with one resource of a bulk operation. */
public enum ItemStatus {
    WAITING("waiting"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    UNCHANGED("unchanged"),
    FAILED("failed"),
    REFUSED("refused"),
    CANCELLED("cancelled"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ItemStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public boolean isEnded() {
        return this != WAITING && this != RUNNING;
    }

    /** The resource is what was wanted of it. */
    public boolean isGood() {
        return this == SUCCEEDED || this == UNCHANGED;
    }
}
