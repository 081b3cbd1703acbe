package dev.aiwm.support.aggregate;

import dev.aiwm.support.MostRecent;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

import java.util.Map;

/**
 * The aggregates used last, so that a busy one is not read again for every command. Unlike Axon's
 * weak cache it keeps what it holds when memory is short, and holds a known number at most.
 */
public final class AggregateCache implements Cache {
    private final Map<Object, Object> entries;

    public AggregateCache(int size) {
        this.entries = new MostRecent<>(size);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <K, V> V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public synchronized void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        entries.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw new UnsupportedOperationException("entries of this cache are not announced");
    }
}
