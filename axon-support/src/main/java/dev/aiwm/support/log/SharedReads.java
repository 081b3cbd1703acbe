package dev.aiwm.support.log;

import dev.aiwm.support.MostRecent;

import java.lang.ref.WeakReference;
import java.util.Map;

/**
 * Stretches of the log that several read at about the same time, as rebuilds do that were asked for
 * together: each is read once. What nobody holds any more is not kept.
 */
final class SharedReads {
    private static final int MOST = 64;

    private final JdbcLogEngine engine;
    private final Map<Long, WeakReference<JdbcLogEngine.Batch>> batches = new MostRecent<>(MOST);

    SharedReads(JdbcLogEngine engine) {
        this.engine = engine;
    }

    JdbcLogEngine.Batch read(long after, int limit) {
        JdbcLogEngine.Batch known = known(after);
        if (known != null) {
            return known;
        }
        JdbcLogEngine.Batch batch = engine.read(after, limit);
        if (batch.messages().size() >= limit) {
            synchronized (batches) {
                batches.put(after, new WeakReference<>(batch));
            }
        }
        return batch;
    }

    private JdbcLogEngine.Batch known(long after) {
        synchronized (batches) {
            var held = batches.get(after);
            return held == null ? null : held.get();
        }
    }
}
