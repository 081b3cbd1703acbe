package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.ResourceRef;

import java.util.List;

/**
 * What a step may say beyond its plan.
 *
 * @param subject what the step is about; null when it is what the whole execution is about
 * @param jitter by which part of itself a pause between attempts may differ, 0 to 1; null for a
 *     fifth
 * @param retryableCodes failures that another attempt may follow; none for those that the node
 *     calls retryable
 * @param expectedSeconds how long it usually takes, for the progress of the whole; null for what
 *     such a step usually takes
 */
public record StepOptions(
        ResourceRef subject, Double jitter, List<String> retryableCodes, Long expectedSeconds) {
    public static final StepOptions NONE = new StepOptions(null, null, List.of(), null);

    public StepOptions {
        retryableCodes = retryableCodes == null ? List.of() : List.copyOf(retryableCodes);
    }
}
