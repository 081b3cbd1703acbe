package dev.aiwm.support.projection;

import java.util.List;

/** An index of a collection, ascending. */
public record CollectionIndex(List<String> fields) {
    public CollectionIndex {
        fields = List.copyOf(fields);
    }

    public static CollectionIndex on(String... fields) {
        return new CollectionIndex(List.of(fields));
    }
}
