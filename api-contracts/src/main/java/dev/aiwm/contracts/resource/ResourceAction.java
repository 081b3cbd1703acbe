package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an execution does to a resource. */
public enum ResourceAction {
    CREATE("create"),
    START("start"),
    STOP("stop"),
    RESTART("restart"),
    DELETE("delete"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ResourceAction(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
