package dev.aiwm.contracts.node;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a node is for (R079). */
public enum NodeRole {
    CONTROLLER("controller"),
    WORKER("worker"),
    STORAGE("storage"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    NodeRole(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
