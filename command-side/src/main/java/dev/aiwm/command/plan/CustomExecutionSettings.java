package dev.aiwm.command.plan;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What executions may be like whose steps a user chose.
 *
 * @param timeout of an execution that says none
 * @param stepTimeout of a step that says none
 * @param longestTimeout of both
 */
@ConfigurationProperties("aiwm.execution.custom")
public record CustomExecutionSettings(
        @DefaultValue("100") int mostSteps,
        @DefaultValue("10") int mostRetries,
        @DefaultValue("1h") Duration timeout,
        @DefaultValue("5m") Duration stepTimeout,
        @DefaultValue("24h") Duration longestTimeout) {
    private static final int STEPS_OF_ANY_PLAN = 1_000;
    private static final int RETRIES_OF_ANY_PLAN = 20;
    private static final Duration LONGEST_OF_ANY_PLAN = Duration.ofDays(30);

    public CustomExecutionSettings {
        boolean sensible =
                mostSteps >= 1
                        && mostSteps <= STEPS_OF_ANY_PLAN
                        && mostRetries >= 0
                        && mostRetries <= RETRIES_OF_ANY_PLAN
                        && isPositive(timeout)
                        && isPositive(stepTimeout)
                        && longestTimeout.compareTo(timeout) >= 0
                        && longestTimeout.compareTo(stepTimeout) >= 0
                        && longestTimeout.compareTo(LONGEST_OF_ANY_PLAN) <= 0;
        if (!sensible) {
            throw new IllegalArgumentException(
                    "aiwm.execution.custom: most-steps is 1 to 1000, most-retries 0 to 20,"
                            + " longest-timeout at most 30d and not less than the others");
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration.toSeconds() > 0;
    }
}
