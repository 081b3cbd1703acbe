package dev.aiwm.query.past;

import java.util.Map;
import java.util.TreeMap;

/** Values by name, in little memory: many share their names. */
final class Fields {
    private final String[] names;
    private final Object[] values;

    Fields(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    static Fields of(Map<String, Object> fields) {
        var sorted = new TreeMap<>(FieldValues.plain(fields));
        return new Fields(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(Object[]::new));
    }

    /** Null when there is none. */
    Object get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    String[] names() {
        return names;
    }
}
