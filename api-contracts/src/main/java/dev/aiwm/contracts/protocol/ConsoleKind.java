package dev.aiwm.contracts.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which console of a virtual machine. */
public enum ConsoleKind {
    SERIAL("serial"),
    VNC("vnc"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ConsoleKind(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
