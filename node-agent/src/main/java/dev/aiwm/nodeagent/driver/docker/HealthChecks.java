package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.HealthCheck;

import dev.aiwm.contracts.resource.config.ContainerHealthCheck;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Health checks as the engine runs them: it knows commands only. A path is asked by the agent, as
 * long as it reaches the container.
 */
final class HealthChecks {
    private HealthChecks() {}

    static HealthCheck of(ContainerHealthCheck wanted) {
        return new HealthCheck()
                .withTest(
                        wanted.path() == null
                                ? Stream.concat(Stream.of("CMD"), wanted.command().stream())
                                        .toList()
                                : path(wanted.port(), wanted.path()))
                .withInterval(nanos(wanted.intervalSeconds()))
                .withTimeout(nanos(wanted.timeoutSeconds()))
                .withRetries(wanted.retries())
                .withStartPeriod(nanos(wanted.startPeriodSeconds()));
    }

    /** Not even the one that the image has. */
    static HealthCheck none() {
        return new HealthCheck().withTest(List.of("NONE"));
    }

    /** Asked from within, with whichever of the two usual programs the image has. */
    static List<String> path(int port, String path) {
        String url = "'http://127.0.0.1:" + port + path + "'";
        return List.of(
                "CMD-SHELL",
                "curl -fsS -o /dev/null " + url + " || wget -q -O /dev/null " + url + " || exit 1");
    }

    private static Long nanos(Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds).toNanos();
    }
}
