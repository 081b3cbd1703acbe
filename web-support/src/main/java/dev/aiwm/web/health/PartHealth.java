package dev.aiwm.web.health;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;

import java.util.Map;

/** How one part is. The answer is public: details hold figures and states, never secrets. */
public record PartHealth(Status status, Map<String, Object> details) {

    public enum Status {
        UP,
        /** Works, but not as it should; the process stays ready. */
        DEGRADED,
        /** Does not work; the process is not ready. */
        DOWN
    }

    public PartHealth {
        requireNonNull(status, "status is null");
        details = Copies.orEmpty(details);
    }

    public static PartHealth up(Map<String, Object> details) {
        return new PartHealth(Status.UP, details);
    }

    public static PartHealth degraded(String reason) {
        return new PartHealth(Status.DEGRADED, Map.of("reason", reason));
    }

    public static PartHealth down(String reason) {
        return new PartHealth(Status.DOWN, Map.of("reason", reason));
    }
}
