package dev.aiwm.command.resource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the wanted state is put into effect again when something else was seen.
 *
 * @param firstDelay before the first attempt: what changes hands for a moment is left alone
 * @param factor by which each further attempt waits longer than the one before
 * @param longestDelay before any attempt
 * @param attempts after which it is given up
 * @param steadyAfter a resource that has done what is wanted for so long is as good as new
 */
@ConfigurationProperties("aiwm.divergence")
public record DivergenceSettings(
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("3.0") double factor,
        @DefaultValue("5m") Duration longestDelay,
        @DefaultValue("8") int attempts,
        @DefaultValue("10m") Duration steadyAfter) {
    private static final int MOST_ATTEMPTS = 100;

    public DivergenceSettings {
        if (attempts < 1 || attempts > MOST_ATTEMPTS || factor < 1 || firstDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "aiwm.divergence: attempts is 1 to "
                            + MOST_ATTEMPTS
                            + ", factor at least 1, first-delay not negative");
        }
    }

    Duration before(int attempt) {
        double millis = firstDelay.toMillis() * Math.pow(factor, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(millis, longestDelay.toMillis()));
    }
}
