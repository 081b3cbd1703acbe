package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a disk of a machine lies on its node (R067). */
public enum DiskFormat {
    QCOW2("qcow2"),
    RAW("raw"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    DiskFormat(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
