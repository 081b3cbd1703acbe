package dev.aiwm.query.listing;

import dev.aiwm.web.problem.InvalidRequest;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a list can be sorted by: the name in a request, and the field of the document behind it.
 *
 * @param fields each name's kind of value
 * @param standard the order when none is asked for
 */
public record SortFields(Map<String, Kind> fields, List<String> standard) {
    /** What a cursor must know of a field to carry its value. */
    public enum Kind {
        TEXT,
        TIME
    }

    public SortFields {
        fields = Map.copyOf(fields);
        standard = List.copyOf(standard);
    }

    /** One part of an order. */
    record Key(String field, Kind kind, boolean descending) {}

    /** A field that came twice would be ordered by its last mention, and paged by its first. */
    List<Key> keys(List<String> asked) {
        var keys = (asked.isEmpty() ? standard : asked).stream().map(this::key).toList();
        if (keys.stream().map(Key::field).distinct().count() < keys.size()) {
            throw InvalidRequest.parameter("sort", "must name each field once");
        }
        return keys;
    }

    private Key key(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        Kind kind = fields.get(name);
        if (kind == null) {
            throw InvalidRequest.parameter(
                    "sort", "cannot be '" + name + "'; one of " + new TreeSet<>(fields.keySet()));
        }
        return new Key(name, kind, descending);
    }
}
