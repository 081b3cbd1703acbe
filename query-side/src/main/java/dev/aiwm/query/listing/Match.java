package dev.aiwm.query.listing;

import com.mongodb.client.model.Filters;

import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts together what a list's documents must match; parts that are not asked for are left out. */
public final class Match {
    private final List<Bson> parts = new ArrayList<>();

    public Match equal(String field, Object value) {
        if (value != null) {
            parts.add(Filters.eq(field, value));
        }
        return this;
    }

    public Match oneOf(String field, Collection<?> values) {
        if (!values.isEmpty()) {
            parts.add(
                    values.size() == 1
                            ? Filters.eq(field, values.iterator().next())
                            : Filters.in(field, values));
        }
        return this;
    }

    /** Both ends count; an end that is null is open. */
    public Match between(String field, Instant from, Instant to) {
        if (from != null) {
            parts.add(Filters.gte(field, from));
        }
        if (to != null) {
            parts.add(Filters.lte(field, to));
        }
        return this;
    }

    /** The whole name, or its beginning when it ends with a star. */
    public Match name(String field, String name) {
        if (name != null && name.endsWith("*")) {
            String start = name.substring(0, name.length() - 1);
            parts.add(Filters.regex(field, Pattern.compile("^" + escape(start))));
            return this;
        }
        return equal(field, name);
    }

    private static String escape(String text) {
        return text.replaceAll("[^\\p{L}\\p{N} _-]", "\\\\$0");
    }

    /** Labels are stored as {@code name=value} and as {@code name}. */
    public Match labels(String field, Map<String, String> labels) {
        labels.forEach(
                (name, value) ->
                        parts.add(Filters.eq(field, value == null ? name : name + "=" + value)));
        return this;
    }

    public static List<String> labelWords(Map<String, String> labels) {
        var words = new ArrayList<String>();
        labels.forEach(
                (name, value) -> {
                    words.add(name);
                    words.add(name + "=" + value);
                });
        return words;
    }

    public Match also(Bson part) {
        parts.add(part);
        return this;
    }

    public Bson all() {
        if (parts.isEmpty()) {
            return Filters.empty();
        }
        return parts.size() == 1 ? parts.get(0) : Filters.and(parts);
    }
}
