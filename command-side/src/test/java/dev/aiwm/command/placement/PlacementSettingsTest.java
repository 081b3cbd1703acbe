package dev.aiwm.command.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class PlacementSettingsTest {

    @Test
    void settings_have_defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new PlacementSettings(Strategy.SPREAD, 16, Duration.ofSeconds(60)));
    }

    @Test
    void every_setting_can_be_changed() {
        assertThat(
                        bound(
                                Map.of(
                                        "aiwm.placement.strategy", "pack",
                                        "aiwm.placement.sample", "32",
                                        "aiwm.placement.reservation", "5m")))
                .isEqualTo(new PlacementSettings(Strategy.PACK, 32, Duration.ofMinutes(5)));
    }

    private static PlacementSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.placement", PlacementSettings.class);
    }
}
