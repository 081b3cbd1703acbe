package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** The node is further with the step. */
@Revision("1")
public record StepProgressed(
        ExecutionId executionId, int step, int attempt, int percent, String message)
        implements ExecutionEvent {
    public StepProgressed {
        requireNonNull(executionId, "executionId is null");
    }
}
