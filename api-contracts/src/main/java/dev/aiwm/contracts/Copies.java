package dev.aiwm.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies that keep their order, so that the same thing always has the same JSON. */
public final class Copies {
    private Copies() {}

    public static <K, V> Map<K, V> of(Map<K, V> source) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(source));
    }

    public static <K, V> Map<K, V> orEmpty(Map<K, V> source) {
        return source == null ? Map.of() : of(source);
    }
}
