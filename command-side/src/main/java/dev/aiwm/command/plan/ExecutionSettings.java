package dev.aiwm.command.plan;

import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.web.defaults.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long the steps of an execution may take, and how often they are tried again.
 *
 * @param limit of a whole execution, whatever its steps
 * @param cancelGrace so long what is in flight may finish when an execution is cancelled
 */
@ConfigurationProperties("aiwm.execution")
public record ExecutionSettings(
        @DefaultValue("3") int maxRetries,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("2.0") double retryFactor,
        @DefaultValue("30s") Duration longestRetryDelay,
        @DefaultValue("30m") Duration pull,
        @DefaultValue("15m") Duration create,
        @DefaultValue("5m") Duration start,
        @DefaultValue("2m") Duration stop,
        @DefaultValue("5m") Duration delete,
        @DefaultValue("30s") Duration forcedDelete,
        @DefaultValue("2h") Duration limit,
        @DefaultValue("10s") Duration cancelGrace) {

    public ExecutionSettings {
        Bounds.notNegative("aiwm.execution.retry-delay", retryDelay);
        Bounds.notNegative("aiwm.execution.longest-retry-delay", longestRetryDelay);
        Bounds.positive("aiwm.execution.pull", pull);
        Bounds.positive("aiwm.execution.create", create);
        Bounds.positive("aiwm.execution.start", start);
        Bounds.positive("aiwm.execution.stop", stop);
        Bounds.positive("aiwm.execution.delete", delete);
        Bounds.positive("aiwm.execution.forced-delete", forcedDelete);
        Bounds.positive("aiwm.execution.limit", limit);
        Bounds.notNegative("aiwm.execution.cancel-grace", cancelGrace);
        if (maxRetries < 0 || maxRetries > 20 || retryFactor < 1) {
            throw new IllegalArgumentException(
                    "aiwm.execution: max-retries is 0 to 20, retry-factor at least 1");
        }
    }

    RetryPolicy retry() {
        return new RetryPolicy(
                maxRetries, retryDelay.toMillis(), retryFactor, longestRetryDelay.toMillis());
    }
}
