package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Copies;

import java.util.List;
import java.util.Map;

/**
 * What an execution may say beyond its plan.
 *
 * @param priority 1 to 9; the highest of an organisation has the next turn at a node that is busy
 * @param steps in the order of the plan; none when no step says anything
 */
public record ExecutionOptions(Map<String, String> labels, int priority, List<StepOptions> steps) {
    public static final int LOWEST_PRIORITY = 1;
    public static final int USUAL_PRIORITY = 5;
    public static final int HIGHEST_PRIORITY = 9;
    public static final ExecutionOptions NONE =
            new ExecutionOptions(Map.of(), USUAL_PRIORITY, List.of());

    public ExecutionOptions {
        labels = Copies.orEmpty(labels);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
