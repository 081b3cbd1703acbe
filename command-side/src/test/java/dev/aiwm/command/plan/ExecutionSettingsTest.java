package dev.aiwm.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.execution.RetryPolicy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class ExecutionSettingsTest {

    @Test
    void settings_have_defaults() {
        var settings = bound(Map.of());
        assertThat(settings)
                .isEqualTo(
                        new ExecutionSettings(
                                3,
                                Duration.ofSeconds(1),
                                2,
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(30),
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(30),
                                Duration.ofHours(2),
                                Duration.ofSeconds(10)));
        assertThat(settings.retry()).isEqualTo(RetryPolicy.DEFAULT);
    }

    @Test
    void every_setting_can_be_changed() {
        var properties = new HashMap<String, String>();
        properties.put("aiwm.execution.max-retries", "5");
        properties.put("aiwm.execution.retry-delay", "2s");
        properties.put("aiwm.execution.retry-factor", "3");
        properties.put("aiwm.execution.longest-retry-delay", "1m");
        properties.put("aiwm.execution.pull", "1s");
        properties.put("aiwm.execution.create", "2s");
        properties.put("aiwm.execution.start", "3s");
        properties.put("aiwm.execution.stop", "4s");
        properties.put("aiwm.execution.delete", "5s");
        properties.put("aiwm.execution.forced-delete", "6s");
        properties.put("aiwm.execution.limit", "7s");
        properties.put("aiwm.execution.cancel-grace", "8s");
        assertThat(bound(properties))
                .isEqualTo(
                        new ExecutionSettings(
                                5,
                                Duration.ofSeconds(2),
                                3,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                Duration.ofSeconds(8)));
    }

    @Test
    void retries_that_no_plan_may_have_are_refused_at_start() {
        assertThatThrownBy(() -> bound(Map.of("aiwm.execution.max-retries", "21")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_step_without_time_is_refused_at_start_by_its_setting() {
        assertThatThrownBy(() -> bound(Map.of("aiwm.execution.pull", "0s")))
                .hasRootCauseMessage("aiwm.execution.pull must be longer than nothing");
    }

    private static ExecutionSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.execution", ExecutionSettings.class);
    }
}
