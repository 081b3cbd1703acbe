package dev.aiwm.query.invariant;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution that has not ended has a step that is out or waits to be tried again, each with its
 * time, or somebody has paused it; and while it is not undone, a deadline in any case.
 */
final class ExecutionRules {
    /** The clock may be away for a moment, and looks each half minute at the latest. */
    static final Duration LATE = Duration.ofMinutes(1);

    private ExecutionRules() {}

    static Optional<Breach> check(ExecutionState execution, Instant now) {
        boolean forward = execution.status() == ExecutionStatus.RUNNING;
        if (forward && isMissed(execution.deadline(), now)) {
            return overdue(execution, "it should have ended by " + execution.deadline());
        }
        boolean waitsForSomething = false;
        for (StepState step : execution.steps()) {
            boolean out = step.status().isInFlight();
            boolean again = step.status() == StepStatus.WAITING_RETRY;
            waitsForSomething |= out || again;
            boolean halted = again && execution.isPaused();
            if ((out || again) && !halted && isMissed(step.dueAt(), now)) {
                return overdue(
                        execution,
                        "step %s was due at %s".formatted(step.plan().name(), step.dueAt()));
            }
        }
        return waitsForSomething || execution.isPaused()
                ? Optional.empty()
                : Optional.of(
                        breach(
                                Breach.Rule.EXECUTION_GOES_ON,
                                execution,
                                "no step is out or waits to be tried again, and it has not ended"));
    }

    static boolean isMissed(Instant due, Instant now) {
        return due == null || due.plus(LATE).isBefore(now);
    }

    private static Optional<Breach> overdue(ExecutionState execution, String explanation) {
        return Optional.of(breach(Breach.Rule.DEADLINE_IS_MET, execution, explanation));
    }

    private static Breach breach(Breach.Rule rule, ExecutionState execution, String explanation) {
        return new Breach(
                rule, execution.executionId().value(), null, execution.updatedAt(), explanation);
    }
}
