package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A resource: 24 hex digits. */
public record ResourceId(@JsonValue String value) {
    public ResourceId {
        ObjectIds.requireValid(value, "ResourceId");
    }

    @JsonCreator
    public static ResourceId of(String value) {
        return new ResourceId(value);
    }

    public static ResourceId random() {
        return new ResourceId(ObjectIds.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
