package dev.aiwm.nodeagent.work;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.ResultTaken;
import dev.aiwm.contracts.protocol.StepData;

/** One attempt of one step: what is carried out once, however often it is asked for. */
record StepKey(ExecutionId executionId, int stepIndex, int attempt, boolean compensation) {
    StepKey {
        requireNonNull(executionId, "executionId is null");
    }

    static StepKey of(StepData data) {
        return new StepKey(
                data.executionId(), data.stepIndex(), data.attempt(), data.compensation());
    }

    static StepKey of(ResultTaken taken) {
        return new StepKey(
                taken.executionId(), taken.stepIndex(), taken.attempt(), taken.compensation());
    }

    static StepKey of(CommandResult result) {
        return new StepKey(
                result.executionId(), result.stepIndex(), result.attempt(), result.compensation());
    }

    /** The first attempt at another step of the same execution. */
    StepKey firstOf(int index) {
        return new StepKey(executionId, index, 1, false);
    }

    /** The same step, perhaps at another attempt. */
    boolean isSameStepAs(StepKey other) {
        return firstAttempt().equals(other.firstAttempt());
    }

    /** The first attempt at the same step. */
    StepKey firstAttempt() {
        return attempt == 1 ? this : new StepKey(executionId, stepIndex, 1, compensation);
    }

    @Override
    public String toString() {
        return executionId + "/" + stepIndex + "#" + attempt + (compensation ? "c" : "");
    }
}
