package dev.aiwm.contracts;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Copies that keep their order, so that the same thing always has the same JSON. */
public final class Copies {
    private Copies() {}

    /** A copy that nobody can change; of such a copy itself it is the same again. */
    public static <K, V> Map<K, V> of(Map<K, V> source) {
        return source instanceof Kept<K, V> ? source : new Kept<>(new LinkedHashMap<>(source));
    }

    /** As {@link #of}, without copying what was made to be kept: the caller lets go of it. */
    public static <K, V> Map<K, V> owning(Map<K, V> made) {
        return new Kept<>(made);
    }

    public static <K, V> Map<K, V> orEmpty(Map<K, V> source) {
        return source == null ? Map.of() : of(source);
    }

    /** Recognised, so that a state which is evolved is not copied again for what did not change. */
    private static final class Kept<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> content;

        private Kept(Map<K, V> content) {
            this.content = Collections.unmodifiableMap(content);
        }

        @Override
        public V get(Object key) {
            return content.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return content.containsKey(key);
        }

        @Override
        public int size() {
            return content.size();
        }

        @Override
        public Set<K> keySet() {
            return content.keySet();
        }

        @Override
        public Collection<V> values() {
            return content.values();
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return content.entrySet();
        }
    }
}
