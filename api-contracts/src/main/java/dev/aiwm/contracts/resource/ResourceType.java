package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of resource. */
public enum ResourceType {
    INFERENCE_CONTAINER("inference-container"),
    APPLICATION_CONTAINER("application-container"),
    VIRTUAL_MACHINE("virtual-machine"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ResourceType(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public boolean isVirtualMachine() {
        return this == VIRTUAL_MACHINE;
    }
}
