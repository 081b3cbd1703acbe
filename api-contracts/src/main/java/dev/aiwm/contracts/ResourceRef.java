package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

/** What a message or an execution is about. */
public record ResourceRef(String type, String id) {
    public ResourceRef {
        requireNonNull(type, "type is null");
        requireNonNull(id, "id is null");
    }
}
