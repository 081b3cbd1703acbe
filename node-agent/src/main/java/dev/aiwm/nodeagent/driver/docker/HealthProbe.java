package dev.aiwm.nodeagent.driver.docker;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.resource.config.ContainerHealthCheck;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent itself asks a container over HTTP, and how often. It is kept on a label of the
 * container, so that an agent without a memory knows it too. What is left out is as the engine has
 * it for checks by a command.
 */
record HealthProbe(
        int port,
        String path,
        Duration interval,
        Duration timeout,
        int retries,
        Duration startPeriod) {
    static final String LABEL = "aiwm.io/health-check";

    private static final int USUAL_SECONDS = 30;
    private static final int USUAL_RETRIES = 3;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            inclusion ->
                                    inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .build();

    static String label(ContainerHealthCheck check) {
        return JSON.writeValueAsString(check);
    }

    static Optional<HealthProbe> on(Map<String, String> labels) {
        if (labels == null || !labels.containsKey(LABEL)) {
            return Optional.empty();
        }
        try {
            return of(JSON.readValue(labels.get(LABEL), ContainerHealthCheck.class));
        } catch (JacksonException e) {
            // somebody else's idea of our label
            return Optional.empty();
        }
    }

    static Optional<HealthProbe> of(ContainerHealthCheck check) {
        if (check == null || check.path() == null || check.port() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new HealthProbe(
                        check.port(),
                        check.path(),
                        seconds(check.intervalSeconds(), USUAL_SECONDS),
                        seconds(check.timeoutSeconds(), USUAL_SECONDS),
                        check.retries() == null ? USUAL_RETRIES : check.retries(),
                        seconds(check.startPeriodSeconds(), 0)));
    }

    private static Duration seconds(Integer given, int otherwise) {
        return Duration.ofSeconds(given == null ? otherwise : given);
    }
}
