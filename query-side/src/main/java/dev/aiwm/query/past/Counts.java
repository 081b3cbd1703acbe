package dev.aiwm.query.past;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many entities there are, in all and of each value of a field. */
public final class Counts {
    private final Map<String, Map<String, Long>> byField = new HashMap<>();
    private long total;

    Counts(List<String> fields) {
        fields.forEach(field -> byField.put(field, new TreeMap<>()));
    }

    void add(CutEntry entry) {
        total++;
        byField.forEach(
                (field, counts) ->
                        counts.merge(String.valueOf(entry.fields().get(field)), 1L, Long::sum));
    }

    public long total() {
        return total;
    }

    public Map<String, Long> of(String field) {
        return byField.get(field);
    }
}
