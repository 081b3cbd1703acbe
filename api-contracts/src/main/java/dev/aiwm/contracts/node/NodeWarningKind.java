package dev.aiwm.contracts.node;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a node is warned of (R147). */
public enum NodeWarningKind {
    GPU_TEMPERATURE("gpu-temperature"),
    GPU_MEMORY("gpu-memory"),
    /** The GPUs cannot be asked. */
    GPU_DRIVER("gpu-driver"),
    DISK("disk"),
    /** An engine does not answer. */
    ENGINE("engine"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    NodeWarningKind(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
