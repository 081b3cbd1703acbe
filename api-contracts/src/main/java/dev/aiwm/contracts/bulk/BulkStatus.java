package dev.aiwm.contracts.bulk;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a bulk operation stands. */
public enum BulkStatus {
    RUNNING("running"),
    CANCELLING("cancelling"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    BulkStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public boolean isEnded() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
