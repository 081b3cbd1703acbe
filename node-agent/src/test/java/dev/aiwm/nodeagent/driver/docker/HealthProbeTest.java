package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.resource.config.ContainerHealthCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class HealthProbeTest {
    private static Map<String, String> labelled(ContainerHealthCheck check) {
        return Map.of(HealthProbe.LABEL, HealthProbe.label(check));
    }

    @Test
    void what_is_written_on_a_label_is_read_from_it() {
        var check = new ContainerHealthCheck(List.of(), "/health?x=1", 8080, 5, 2, 4, 60);

        assertThat(HealthProbe.on(labelled(check)))
                .contains(
                        new HealthProbe(
                                8080,
                                "/health?x=1",
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(2),
                                4,
                                Duration.ofMinutes(1)));
    }

    @Test
    void what_is_left_out_is_as_the_engine_has_it() {
        var check = new ContainerHealthCheck(List.of(), "/", 80, null, null, null, null);

        assertThat(HealthProbe.label(check)).isEqualTo("{\"path\":\"/\",\"port\":80}");
        assertThat(HealthProbe.on(labelled(check)))
                .contains(
                        new HealthProbe(
                                80,
                                "/",
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30),
                                3,
                                Duration.ZERO));
    }

    @Test
    void a_container_from_before_has_no_such_label() {
        assertThat(HealthProbe.on(Map.of(Mark.NODE, "node"))).isEmpty();
        assertThat(HealthProbe.on(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "null", "{\"port\":80}", "{\"path\":\"/\"}", "{\"port\":[]}"})
    void what_somebody_else_wrote_there_is_not_ours(String label) {
        assertThat(HealthProbe.on(Map.of(HealthProbe.LABEL, label))).isEmpty();
    }
}
