package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.StepOptions;

import org.axonframework.serialization.Revision;

import java.util.List;
import java.util.Map;

/** What a plan says beyond its steps; comes right after its start. */
@Revision("1")
public record ExecutionDescribed(
        ExecutionId executionId, Map<String, String> labels, int priority, List<StepOptions> steps)
        implements ExecutionEvent {
    public ExecutionDescribed {
        requireNonNull(executionId, "executionId is null");
        labels = Copies.orEmpty(labels);
        steps = List.copyOf(steps);
    }
}
