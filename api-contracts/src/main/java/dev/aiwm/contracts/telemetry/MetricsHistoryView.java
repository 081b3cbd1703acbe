package dev.aiwm.contracts.telemetry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Figures of a node or resource over time.
 *
 * @param stepSeconds each point is the mean of so long
 */
public record MetricsHistoryView(
        String id, Instant from, Instant to, long stepSeconds, List<TelemetryPoint> points) {
    public MetricsHistoryView {
        requireNonNull(id, "id is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        points = List.copyOf(points);
    }
}
