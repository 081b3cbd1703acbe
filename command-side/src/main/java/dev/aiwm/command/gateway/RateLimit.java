package dev.aiwm.command.gateway;

import java.util.function.LongSupplier;

/** A bucket of tokens that fills at a steady rate: one message, one token. */
final class RateLimit {
    private static final double NANOS = 1e9;

    private final double perNano;
    private final double most;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    RateLimit(int perSecond, int burst, LongSupplier nanos) {
        this.perNano = perSecond / NANOS;
        this.most = burst;
        this.nanos = nanos;
        this.tokens = burst;
        this.filledAt = nanos.getAsLong();
    }

    synchronized boolean tryTake() {
        long now = nanos.getAsLong();
        tokens = Math.min(most, tokens + (now - filledAt) * perNano);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
