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

    @Override
    public String toString() {
        return value;
    }
}
