package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import org.axonframework.serialization.Revision;

/** The step failed for good. */
@Revision("1")
public record StepFailed(ExecutionId executionId, int step, int attempt, Failure failure)
        implements ExecutionEvent {
    public StepFailed {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
