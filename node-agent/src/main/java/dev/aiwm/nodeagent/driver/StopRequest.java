package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How to stop: by asking and waiting for the grace time, or by force. */
public record StopRequest(boolean force, Duration grace) {
    public StopRequest {
        requireNonNull(grace, "grace is null");
    }

    public static StopRequest gracefully(Duration grace) {
        return new StopRequest(false, grace);
    }

    public static StopRequest byForce() {
        return new StopRequest(true, Duration.ZERO);
    }
}
