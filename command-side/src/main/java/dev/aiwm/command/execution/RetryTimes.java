package dev.aiwm.command.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.RetryPolicy;

import java.time.Duration;
import java.util.Objects;

/**
 * When the next attempt is made: the pause of the policy, moved by up to a fifth so that what
 * failed together does not come back together. The same attempt always gets the same pause.
 */
final class RetryTimes {
    private static final int SPREAD_PERCENT = 20;

    private RetryTimes() {}

    static Duration pauseAfter(ExecutionId execution, int step, int attempt, RetryPolicy policy) {
        long pause = policy.delayAfter(attempt).toMillis();
        int hash = mixed(Objects.hash(execution.value(), step, attempt));
        int percent = Math.floorMod(hash, 2 * SPREAD_PERCENT + 1) - SPREAD_PERCENT;
        return Duration.ofMillis(pause + pause * percent / 100);
    }

    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ (h >>> 16);
    }
}
