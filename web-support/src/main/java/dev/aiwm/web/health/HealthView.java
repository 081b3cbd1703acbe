package dev.aiwm.web.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The health of this process and of its parts; the worst part decides. */
record HealthView(String status, Instant timestamp, List<Part> parts) {

    /** One part as it is shown. */
    record Part(String name, String status, Map<String, Object> details) {
        Part {
            requireNonNull(name, "name is null");
            requireNonNull(status, "status is null");
        }

        static Part of(String name, PartHealth health) {
            return new Part(name, wire(health.status()), health.details());
        }
    }

    HealthView {
        requireNonNull(status, "status is null");
        requireNonNull(timestamp, "timestamp is null");
        parts = List.copyOf(parts);
    }

    static HealthView of(Instant timestamp, List<Part> parts) {
        var worst = PartHealth.Status.UP;
        for (PartHealth.Status status : PartHealth.Status.values()) {
            if (parts.stream().anyMatch(part -> part.status().equals(wire(status)))) {
                worst = status;
            }
        }
        return new HealthView(wire(worst), timestamp, parts);
    }

    boolean isReady() {
        return !status.equals(wire(PartHealth.Status.DOWN));
    }

    private static String wire(PartHealth.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
