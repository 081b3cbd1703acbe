package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.protocol.ContainerPull;

import java.util.Map;

/**
 * How long steps usually take, in seconds. Only what they weigh in the progress of the whole
 * follows from it, so what counts is how the figures compare.
 */
final class ExpectedDurations {
    private static final long USUAL = 10;
    private static final Map<String, Long> LONGER =
            Map.of(ContainerPull.TYPE, 60L, "vm.create", 60L, "model.download", 300L);

    private ExpectedDurations() {}

    static long of(StepState step) {
        Long told = step.options().expectedSeconds();
        return told == null
                ? LONGER.getOrDefault(step.plan().command().type(), USUAL)
                : Math.max(1, told);
    }
}
