package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import org.axonframework.serialization.Revision;

/** What was done is being undone. */
@Revision("1")
public record CompensationStarted(ExecutionId executionId, Failure failure)
        implements ExecutionEvent {
    public CompensationStarted {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
