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
                @Max(3600)
                Long gracePeriodSeconds) {
    private static final long DEFAULT_GRACE_SECONDS = 30;

    static StopRequest orDefault(StopRequest given) {
        return given == null ? new StopRequest(false, null) : given;
    }

    long grace() {
        return gracePeriodSeconds == null ? DEFAULT_GRACE_SECONDS : gracePeriodSeconds;
    }
}
