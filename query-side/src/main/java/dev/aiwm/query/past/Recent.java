package dev.aiwm.query.past;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was read last and never changes; forgotten when memory is needed. */
public final class Recent<K, V> {
    private static final float LOAD = 0.75f;

    private final Map<K, SoftReference<V>> values;

    public Recent(int most) {
        this.values =
                new LinkedHashMap<>(16, LOAD, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, SoftReference<V>> eldest) {
                        return size() > most;
                    }
                };
    }

    public V get(K key, Function<K, V> read) {
        synchronized (values) {
            SoftReference<V> known = values.get(key);
            V value = known == null ? null : known.get();
            if (value != null) {
                return value;
            }
        }
        V value = read.apply(key);
        put(key, value);
        return value;
    }

    public void put(K key, V value) {
        synchronized (values) {
            values.put(key, new SoftReference<>(value));
        }
    }
}
