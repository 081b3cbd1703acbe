package dev.aiwm.contracts.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class ResolutionTest {
    private static final Instant AT = Instant.parse("2026-03-04T12:34:56Z");

    @Test
    void a_while_names_its_documents() {
        assertThat(Resolution.FINE.documentIds("node/a", AT.minus(Duration.ofHours(1)), AT))
                .containsExactly("node/a/f/2026-03-04T11:00:00Z", "node/a/f/2026-03-04T12:00:00Z");
        assertThat(Resolution.COARSE.documentIds("node/a", AT, AT))
                .containsExactly(Resolution.COARSE.documentId("node/a", AT))
                .containsExactly("node/a/c/2026-03-04T00:00:00Z");
    }

    @Test
    void a_document_is_kept_until_its_last_point_is_too_old() {
        assertThat(Resolution.FINE.until(AT)).isEqualTo("2026-03-05T13:00:00Z");
        assertThat(Resolution.COARSE.until(AT)).isEqualTo("2026-04-04T00:00:00Z");
    }

    @Test
    void a_mean_is_taken_over_the_points_that_tell_a_figure() {
        var mean = new TelemetryMean(Resolution.COARSE.floor(AT));
        mean.add(new TelemetryPoint(AT, Map.of("cpu", 10.0)));
        mean.add(new TelemetryPoint(AT, Map.of("cpu", 20.0, "ram", 5.0)));

        assertThat(mean.point())
                .isEqualTo(
                        new TelemetryPoint(
                                Instant.parse("2026-03-04T12:30:00Z"),
                                Map.of("cpu", 15.0, "ram", 5.0)));
    }
}
