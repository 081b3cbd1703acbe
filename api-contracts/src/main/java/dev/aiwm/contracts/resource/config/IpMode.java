package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a virtual machine has its address from (R017). */
public enum IpMode {
    STATIC("static"),
    DHCP("dhcp"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    IpMode(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
