package dev.aiwm.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class CustomExecutionSettingsTest {
    @Test
    void there_are_limits_unless_others_are_set() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new CustomExecutionSettings(
                                100,
                                10,
                                Duration.ofHours(1),
                                Duration.ofMinutes(5),
                                Duration.ofHours(24)));
    }

    @Test
    void every_limit_can_be_changed() {
        assertThat(
                        bound(
                                Map.of(
                                        "aiwm.execution.custom.most-steps", "7",
                                        "aiwm.execution.custom.most-retries", "2",
                                        "aiwm.execution.custom.timeout", "3s",
                                        "aiwm.execution.custom.step-timeout", "4s",
                                        "aiwm.execution.custom.longest-timeout", "5s")))
                .isEqualTo(
                        new CustomExecutionSettings(
                                7,
                                2,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "most-steps,1001",
        "most-steps,0",
        "most-retries,21",
        "timeout,0s",
        "longest-timeout,31d",
        "longest-timeout,1s"
    })
    void what_no_plan_may_have_is_refused_at_start(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("aiwm.execution.custom." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static CustomExecutionSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.execution.custom", CustomExecutionSettings.class);
    }
}
