package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.Instant;

/** A bulk operation: 24 hex digits. */
public record BulkId(@JsonValue String value) {
    public BulkId {
        ObjectIds.requireValid(value, "BulkId");
    }

    @JsonCreator
    public static BulkId of(String value) {
        return new BulkId(value);
    }

    public static BulkId random() {
        return new BulkId(ObjectIds.next());
    }

    /** Of the run of a schedule for a time that has come. */
    public static BulkId of(ScheduleId scheduleId, Instant occurrence) {
        return of(scheduleId, Long.toString(occurrence.toEpochMilli()));
    }

    /** Of some work that a schedule leads to once. */
    public static BulkId of(ScheduleId scheduleId, String part) {
        return new BulkId(ObjectIds.derived(scheduleId.value(), part));
    }

    @Override
    public String toString() {
        return value;
    }
}
