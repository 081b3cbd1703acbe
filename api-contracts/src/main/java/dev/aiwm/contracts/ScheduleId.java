package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A schedule: 24 hex digits. */
public record ScheduleId(@JsonValue String value) {
    public ScheduleId {
        ObjectIds.requireValid(value, "ScheduleId");
    }

    @JsonCreator
    public static ScheduleId of(String value) {
        return new ScheduleId(value);
    }

    public static ScheduleId random() {
        return new ScheduleId(ObjectIds.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
