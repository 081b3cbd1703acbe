package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An execution: 24 hex digits. */
public record ExecutionId(@JsonValue String value) {
    public ExecutionId {
        ObjectIds.requireValid(value, "ExecutionId");
    }

    @JsonCreator
    public static ExecutionId of(String value) {
        return new ExecutionId(value);
    }

    public static ExecutionId random() {
        return new ExecutionId(ObjectIds.next());
    }

    /** Of the work that a part of a bulk operation leads to. */
    public static ExecutionId of(BulkId bulkId, int item) {
        return new ExecutionId(ObjectIds.derived(bulkId.value(), Integer.toString(item)));
    }

    @Override
    public String toString() {
        return value;
    }
}
