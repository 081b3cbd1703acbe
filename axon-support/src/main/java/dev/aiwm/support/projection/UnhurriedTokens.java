package dev.aiwm.support.projection;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes the token of a segment a few times a second, the newest in the end, instead of with every
 * batch. Documents know up to which event they are, so what is handled again after a sudden death
 * changes nothing; a token never runs ahead of its documents.
 */
final class UnhurriedTokens {
    private static final Logger LOGGER = LoggerFactory.getLogger(UnhurriedTokens.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final TokenStore tokens;
    private final ScheduledExecutorService timer;
    private final Map<Key, Newest> all = new ConcurrentHashMap<>();

    private record Key(String processor, int segment) {}

    /** Of one segment; its own lock keeps an older token from being written after a newer one. */
    private static final class Newest {
        private TrackingToken pending;
        private long writtenAt = System.nanoTime() - PAUSE_NANOS;
    }

    private UnhurriedTokens(TokenStore tokens, ScheduledExecutorService timer) {
        this.tokens = tokens;
        this.timer = timer;
    }

    static TokenStore of(TokenStore tokens, ScheduledExecutorService timer) {
        var unhurried = new UnhurriedTokens(tokens, timer);
        return (TokenStore)
                Proxy.newProxyInstance(
                        TokenStore.class.getClassLoader(),
                        new Class<?>[] {TokenStore.class},
                        (proxy, method, arguments) -> unhurried.invoke(method, arguments));
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "storeToken" -> {
                store(
                        new Key((String) arguments[1], (int) arguments[2]),
                        (TrackingToken) arguments[0]);
                return null;
            }
            case "releaseClaim" -> write(new Key((String) arguments[0], (int) arguments[1]));
            case "deleteToken" -> all.remove(new Key((String) arguments[0], (int) arguments[1]));
            default -> LOGGER.trace("{} goes on to the store", method.getName());
        }
        try {
            return method.invoke(tokens, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void store(Key key, TrackingToken token) {
        Newest newest = all.computeIfAbsent(key, one -> new Newest());
        synchronized (newest) {
            boolean waits = newest.pending != null;
            newest.pending = token;
            long left = newest.writtenAt + PAUSE_NANOS - System.nanoTime();
            if (left <= 0) {
                write(key);
            } else if (!waits) {
                var unused = timer.schedule(() -> writeLate(key), left, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** A claim that was lost meanwhile is another process's to write for. */
    private void writeLate(Key key) {
        try {
            write(key);
        } catch (RuntimeException e) {
            LOGGER.debug("The token of {} is written with its next batch", key, e);
        }
    }

    private void write(Key key) {
        Newest newest = all.get(key);
        if (newest == null) {
            return;
        }
        synchronized (newest) {
            if (newest.pending != null) {
                TrackingToken token = newest.pending;
                newest.pending = null;
                newest.writtenAt = System.nanoTime();
                tokens.storeToken(token, key.processor(), key.segment());
            }
        }
    }
}
