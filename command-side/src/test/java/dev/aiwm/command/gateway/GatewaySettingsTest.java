package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class GatewaySettingsTest {

    @Test
    void settings_have_defaults() {
        assertThat(bound(Map.of()).silence()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heartbeat-interval",
                "metrics-interval",
                "register-within",
                "max-message",
                "backlog",
                "redeliver-after",
                "queued-messages",
                "queued-bytes",
                "live-calls"
            })
    void what_no_agent_could_work_with_is_refused_at_start(String setting) {
        String name = "aiwm.gateway." + setting;
        assertThatThrownBy(() -> bound(Map.of(name, "0")))
                .rootCause()
                .hasMessageStartingWith(name + " must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu-temperature", "gpu-memory-percent", "disk-percent"})
    void a_threshold_that_no_figure_can_have_is_refused_at_start(String setting) {
        String name = "aiwm.warnings." + setting;
        for (String odd : List.of("-4", "NaN", "1001")) {
            assertThatThrownBy(() -> warnings(Map.of(name, odd)))
                    .rootCause()
                    .hasMessageStartingWith(name + " must be ");
        }
        for (String sound : List.of("0", "50", "100")) {
            assertThat(warnings(Map.of(name, sound))).isNotNull();
        }
    }

    private static WarningSettings warnings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.warnings", WarningSettings.class);
    }

    private static GatewaySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.gateway", GatewaySettings.class);
    }
}
