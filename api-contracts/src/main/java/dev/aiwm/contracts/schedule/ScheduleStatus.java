package dev.aiwm.contracts.schedule;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a schedule has runs to come. */
public enum ScheduleStatus {
    ACTIVE("active"),
    SUSPENDED("suspended"),
    COMPLETED("completed"),
    DELETED("deleted"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ScheduleStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
