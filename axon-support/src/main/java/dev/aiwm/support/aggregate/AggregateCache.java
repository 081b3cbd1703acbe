package dev.aiwm.support.aggregate;

import dev.aiwm.support.MostRecent;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;

import java.util.Map;

/**
 * The aggregates used last, so that a busy one is not read again for every command. Unlike Axon's
 * weak cache it keeps what it holds when memory is short, and holds a known number at most.
 */
final class AggregateCache implements Cache {
    private final Map<Object, Object> entries;
    private final StaleDecisions stale;

    /**
     * @param stale is told what is taken and kept; null where no other process writes the same log
     */
    AggregateCache(int size, StaleDecisions stale) {
        this.entries = new MostRecent<>(size);
        this.stale = stale;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key) {
        V found;
        synchronized (this) {
            found = (V) entries.get(key);
        }
        if (stale != null && found instanceof AggregateCacheEntry<?> entry) {
            stale.remembered(key.toString(), entry);
        }
        return found;
    }

    @Override
    public void put(Object key, Object value) {
        synchronized (this) {
            entries.put(key, value);
        }
        if (stale != null && value instanceof AggregateCacheEntry<?> entry) {
            stale.decided(key.toString(), entry);
        }
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
