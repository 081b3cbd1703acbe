package dev.aiwm.command.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.StepState;

import java.time.Duration;
import java.util.Objects;

/**
 * When the next attempt is made: the pause of the policy, moved by up to a part of it (a fifth
 * unless the plan says otherwise) so that what failed together does not come back together. The
 * same attempt always gets the same pause.
 */
final class RetryTimes {
    private static final int SPREAD_PERCENT = 20;
    private static final int WHOLE = 100;

    private RetryTimes() {}

    static Duration pauseAfter(ExecutionId execution, StepState step) {
        long pause = step.plan().retry().delayAfter(step.tries()).toMillis();
        Double told = step.options().jitter();
        int spread = told == null ? SPREAD_PERCENT : (int) Math.round(told * WHOLE);
        int hash = mixed(Objects.hash(execution.value(), step.index(), step.attempt()));
        int percent = Math.floorMod(hash, 2 * spread + 1) - spread;
        return Duration.ofMillis(pause + pause * percent / WHOLE);
    }

    /** Codes that the plan names count, else what the node says; no answer is no answer. */
    static boolean mayBeRetried(StepState step, Failure failure, boolean retryable) {
        var codes = step.options().retryableCodes();
        return codes.isEmpty() ? retryable : codes.contains(failure.code());
    }

    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ (h >>> 16);
    }
}
