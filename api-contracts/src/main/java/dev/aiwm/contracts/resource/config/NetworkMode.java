package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a virtual machine is connected (R017). */
public enum NetworkMode {
    BRIDGE_VLAN("bridge-vlan"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    NetworkMode(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
