package dev.aiwm.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries used last, a known number at most. For one thread at a time, like its kind. */
public final class MostRecent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 16;
    private static final float LOAD = 0.75f;

    private final int limit;

    public MostRecent(int limit) {
        super(FIRST_CAPACITY, LOAD, true);
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
