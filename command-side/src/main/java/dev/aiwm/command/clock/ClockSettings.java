package dev.aiwm.command.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param checkInterval how long deadlines wait at most for someone to look; normally each is met
 *     when it is due (R127)
 */
@ConfigurationProperties("aiwm.clock")
public record ClockSettings(@DefaultValue("30s") Duration checkInterval) {
    public ClockSettings {
        if (checkInterval.toMillis() < 1) {
            throw new IllegalArgumentException("aiwm.clock.check-interval must be positive");
        }
    }
}
