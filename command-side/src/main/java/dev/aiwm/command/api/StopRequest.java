package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How to stop; an absent body means gracefully. */
@Schema(name = "HowToStop")
record StopRequest(
        boolean force,
        @Schema(description = "How long the engine may take before it is forced; default 30")
                @Min(0)
                @Max(MOST_GRACE)
                Long gracePeriodSeconds) {
    static final long MOST_GRACE = 3600;
    private static final long DEFAULT_GRACE_SECONDS = 30;

    static boolean isGrace(double seconds) {
        return seconds >= 0 && seconds <= MOST_GRACE;
    }

    static StopRequest orDefault(StopRequest given) {
        return given == null ? new StopRequest(false, null) : given;
    }

    long grace() {
        return gracePeriodSeconds == null ? DEFAULT_GRACE_SECONDS : gracePeriodSeconds;
    }
}
