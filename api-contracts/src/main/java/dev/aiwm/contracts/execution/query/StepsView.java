package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The steps of an execution. */
public record StepsView(String executionId, List<StepView> items, long version) {
    public StepsView {
        requireNonNull(executionId, "executionId is null");
        items = List.copyOf(items);
    }
}
