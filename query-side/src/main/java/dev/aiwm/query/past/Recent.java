package dev.aiwm.query.past;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What was read last and never changes, up to a weight; forgotten when memory is needed. The weight
 * matters: what only the collector bounds grows until the collector does nothing else.
 */
public final class Recent<K, V> {
    private static final float LOAD = 0.75f;

    private final long most;
    private final ToLongFunction<V> weight;
    private final Map<K, Held<V>> values = new LinkedHashMap<>(16, LOAD, true);
    private long held;

    /** So many, whatever their size. */
    public Recent(int most) {
        this(most, value -> 1);
    }

    Recent(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    private record Held<V>(SoftReference<V> value, long weight) {}

    public V get(K key, Function<K, V> read) {
        synchronized (values) {
            Held<V> known = values.get(key);
            V value = known == null ? null : known.value().get();
            if (value != null) {
                return value;
            }
        }
        V value = read.apply(key);
        put(key, value);
        return value;
    }

    public void put(K key, V value) {
        long heavy = weight.applyAsLong(value);
        synchronized (values) {
            Held<V> before = values.put(key, new Held<>(new SoftReference<>(value), heavy));
            held += heavy - (before == null ? 0 : before.weight());
            Iterator<Held<V>> eldest = values.values().iterator();
            while (held > most && eldest.hasNext()) {
                held -= eldest.next().weight();
                eldest.remove();
            }
        }
    }
}
