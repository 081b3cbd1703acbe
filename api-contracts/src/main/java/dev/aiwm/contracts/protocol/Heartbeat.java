package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The node lives (R096). */
public record Heartbeat(Instant timestamp, String status, long uptimeSeconds) implements AgentData {
    public Heartbeat {
        requireNonNull(timestamp, "timestamp is null");
        requireNonNull(status, "status is null");
    }
}
