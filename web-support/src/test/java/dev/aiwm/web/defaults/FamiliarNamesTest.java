package dev.aiwm.web.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.time.Duration;
import java.util.Map;

class FamiliarNamesTest {

    private static ConfigurableEnvironment with(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        new FamiliarNames().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static Duration duration(ConfigurableEnvironment environment, String property) {
        return Binder.get(environment).bind(property, Duration.class).orElse(null);
    }

    @Test
    void each_name_sets_its_property_in_the_units_that_it_is_known_for() {
        var environment =
                with(
                        Map.of(
                                "EXECUTION_MAX_RETRIES", "5",
                                "EXECUTION_TIMEOUT_CHECK_INTERVAL", "45000",
                                "HEARTBEAT_INTERVAL", "20000",
                                "METRICS_INTERVAL", "90000"));
        assertThat(environment.getProperty("aiwm.execution.max-retries", Integer.class))
                .isEqualTo(5);
        assertThat(duration(environment, "aiwm.clock.check-interval"))
                .isEqualTo(Duration.ofSeconds(45));
        assertThat(duration(environment, "aiwm.gateway.heartbeat-interval"))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(duration(environment, "aiwm.gateway.metrics-interval"))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_property_of_our_own_wins() {
        var environment =
                with(Map.of("EXECUTION_MAX_RETRIES", "5", "aiwm.execution.max-retries", "7"));
        assertThat(environment.getProperty("aiwm.execution.max-retries")).isEqualTo("7");
    }

    @Test
    void what_is_not_set_or_empty_leaves_the_default() {
        var environment = with(Map.of("EXECUTION_MAX_RETRIES", " "));
        assertThat(environment.getProperty("aiwm.execution.max-retries")).isNull();
        assertThat(environment.getProperty("aiwm.clock.check-interval")).isNull();
    }
}
