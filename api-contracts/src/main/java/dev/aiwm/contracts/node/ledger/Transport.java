package dev.aiwm.contracts.node.ledger;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Transport protocol of a port. */
public enum Transport {
    TCP("tcp"),
    UDP("udp"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    Transport(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
