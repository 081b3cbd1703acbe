package dev.aiwm.contracts.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a command ended (R057). */
public enum CommandStatus {
    SUCCESS("success"),
    FAILURE("failure"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    CommandStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
