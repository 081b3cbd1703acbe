package dev.aiwm.contracts.node;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a node can be reached (R079). */
public enum NodeStatus {
    PENDING("pending"),
    ONLINE("online"),
    OFFLINE("offline"),
    ERROR("error"),
    REMOVED("removed"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    NodeStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
