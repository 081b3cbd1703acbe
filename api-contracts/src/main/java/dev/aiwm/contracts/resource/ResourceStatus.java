package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a resource is doing, in one word. */
public enum ResourceStatus {
    QUEUED("queued"),
    DEPLOYING("deploying"),
    RUNNING("running"),
    PAUSED("paused"),
    STOPPING("stopping"),
    STOPPED("stopped"),
    STARTING("starting"),
    RESTARTING("restarting"),
    FAILED("failed"),
    DELETING("deleting"),
    DELETED("deleted"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ResourceStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** Nothing is under way that an execution has yet to end. */
    public boolean isSettled() {
        return this == RUNNING || this == PAUSED || this == STOPPED || this == FAILED;
    }
}
