package dev.aiwm.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class BulkSettingsTest {

    @Test
    void settings_have_defaults() {
        assertThat(bound(Map.of())).isEqualTo(new BulkSettings(500, 5, 50));
    }

    @Test
    void every_setting_can_be_changed() {
        assertThat(
                        bound(
                                Map.of(
                                        "aiwm.bulk.most-resources", "20",
                                        "aiwm.bulk.parallelism", "2",
                                        "aiwm.bulk.most-parallel", "3")))
                .isEqualTo(new BulkSettings(20, 2, 3));
    }

    @Test
    void settings_that_contradict_each_other_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BulkSettings(20, 4, 3));
    }

    private static BulkSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.bulk", BulkSettings.class);
    }
}
