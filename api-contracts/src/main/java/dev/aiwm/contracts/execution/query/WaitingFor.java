package dev.aiwm.contracts.execution.query;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

/** What must happen before a step goes on. */
public enum WaitingFor {
    /** Other steps are to end first. */
    DEPENDENCIES("dependencies"),
    /** The execution is paused. */
    RESUME("resume"),
    /** The pause between two attempts. */
    RETRY("retry"),
    /** The node cannot be reached; the command goes out when it is back. */
    NODE("node"),
    /** Its turn at a node that is at enough already, or the node's word that it has the command. */
    ACKNOWLEDGEMENT("acknowledgement"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    WaitingFor(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** Null when it waits for nothing: it is worked on, or has ended. */
    static WaitingFor of(ExecutionState execution, StepState step) {
        if (execution.status() == ExecutionStatus.COMPENSATING
                && step.status() != StepStatus.WAITING_RETRY) {
            boolean sent = step.status() == StepStatus.COMPENSATING;
            return sent && step.acknowledgedAt() == null ? ACKNOWLEDGEMENT : null;
        }
        return switch (step.status()) {
            case PENDING -> execution.isPaused() ? RESUME : DEPENDENCIES;
            case WAITING_RETRY -> execution.isPaused() ? RESUME : RETRY;
            case DISPATCHED -> ACKNOWLEDGEMENT;
            case ACKNOWLEDGED,
                    SUCCEEDED,
                    FAILED,
                    SKIPPED,
                    COMPENSATING,
                    COMPENSATED,
                    COMPENSATION_FAILED,
                    UNKNOWN ->
                    null;
        };
    }
}
