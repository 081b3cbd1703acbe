package dev.aiwm.web.defaults;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of environment variables that people of this ecosystem know, beside those that our own
 * properties have; the property wins. Intervals without a unit are milliseconds.
 */
final class FamiliarNames implements EnvironmentPostProcessor, Ordered {
    private static final String NAME = "aiwm-familiar-names";

    private static final Map<String, String> PROPERTIES =
            Map.of(
                    "EXECUTION_MAX_RETRIES", "aiwm.execution.max-retries",
                    "EXECUTION_TIMEOUT_CHECK_INTERVAL", "aiwm.clock.check-interval",
                    "HEARTBEAT_INTERVAL", "aiwm.gateway.heartbeat-interval",
                    "METRICS_INTERVAL", "aiwm.gateway.metrics-interval");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> given = new HashMap<>();
        PROPERTIES.forEach(
                (variable, property) -> {
                    String value = environment.getProperty(variable, "");
                    if (!value.isBlank()) {
                        given.put(property, value.strip());
                    }
                });
        environment.getPropertySources().addLast(new MapPropertySource(NAME, given));
    }
}
