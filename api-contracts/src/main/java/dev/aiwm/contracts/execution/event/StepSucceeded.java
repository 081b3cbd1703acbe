package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.StepResult;

import org.axonframework.serialization.Revision;

/** The step is done. */
@Revision("1")
public record StepSucceeded(ExecutionId executionId, int step, int attempt, StepResult result)
        implements ExecutionEvent {
    public StepSucceeded {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(result, "result is null");
    }
}
