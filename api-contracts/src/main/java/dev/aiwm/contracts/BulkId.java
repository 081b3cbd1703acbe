package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

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

    @Override
    public String toString() {
        return value;
    }
}
