package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** What the step did was undone. */
@Revision("1")
public record StepCompensated(ExecutionId executionId, int step) implements ExecutionEvent {
    public StepCompensated {
        requireNonNull(executionId, "executionId is null");
    }
}
