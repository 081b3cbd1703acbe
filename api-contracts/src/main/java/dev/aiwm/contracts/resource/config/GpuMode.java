package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a GPU enters a virtual machine (R016). */
public enum GpuMode {
    PASSTHROUGH("passthrough"),
    MIG("mig"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    GpuMode(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
