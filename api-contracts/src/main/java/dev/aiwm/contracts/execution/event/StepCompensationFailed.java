package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import org.axonframework.serialization.Revision;

/** What the step did could not be undone. */
@Revision("1")
public record StepCompensationFailed(ExecutionId executionId, int step, Failure failure)
        implements ExecutionEvent {
    public StepCompensationFailed {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
