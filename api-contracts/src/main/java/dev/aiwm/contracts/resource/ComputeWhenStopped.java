package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What becomes of GPU, CPU and RAM while a resource is stopped; disk, addresses and ports stay
 * claimed in any case.
 */
public enum ComputeWhenStopped {
    KEEP("keep"),
    RELEASE("release"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ComputeWhenStopped(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
