package dev.aiwm.support.deadletter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When an event that sagas and policies cannot handle is put aside.
 *
 * @param attempts how often an event is tried before it is put aside; what comes after it waits
 * @param firstPause before the second attempt; each further pause is twice as long
 */
@ConfigurationProperties("aiwm.dead-letters")
public record DeadLetterSettings(
        @DefaultValue("5") int attempts, @DefaultValue("200ms") Duration firstPause) {
    private static final int MOST_ATTEMPTS = 20;

    public DeadLetterSettings {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "aiwm.dead-letters.attempts must be 1 to " + MOST_ATTEMPTS);
        }
        if (firstPause.isNegative()) {
            throw new IllegalArgumentException(
                    "aiwm.dead-letters.first-pause must not be negative");
        }
    }

    Duration pauseAfter(int attempt) {
        return firstPause.multipliedBy(1L << attempt - 1);
    }
}
