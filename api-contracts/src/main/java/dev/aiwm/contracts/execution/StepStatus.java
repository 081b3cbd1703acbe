package dev.aiwm.contracts.execution;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a step stands. */
public enum StepStatus {
    PENDING("pending"),
    DISPATCHED("dispatched"),
    ACKNOWLEDGED("acknowledged"),
    WAITING_RETRY("waiting-retry"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    SKIPPED("skipped"),
    COMPENSATING("compensating"),
    COMPENSATED("compensated"),
    COMPENSATION_FAILED("compensation-failed"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    StepStatus(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The step will not change by itself any more. */
    public boolean isEnded() {
        return this == SUCCEEDED || this == FAILED || this == SKIPPED || isUndone();
    }

    public boolean isUndone() {
        return this == COMPENSATED || this == COMPENSATION_FAILED;
    }

    /** A command for the step is out at the node. */
    public boolean isInFlight() {
        return this == DISPATCHED || this == ACKNOWLEDGED || this == COMPENSATING;
    }
}
