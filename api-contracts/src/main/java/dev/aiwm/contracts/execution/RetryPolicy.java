package dev.aiwm.contracts.execution;

import java.time.Duration;

/** How often and how long apart a step is tried again after a retryable failure (R126). */
public record RetryPolicy(int maxRetries, long initialDelayMs, double factor, long maxDelayMs) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, 1_000, 2.0, 30_000);

    public static final RetryPolicy NONE = new RetryPolicy(0, 0, 1.0, 0);

    /** The pause before the attempt that follows the given one (the first attempt is 1). */
    public Duration delayAfter(int attempt) {
        double delay = initialDelayMs * Math.pow(factor, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(delay, (double) maxDelayMs));
    }
}
