package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** The step will not be carried out. */
@Revision("1")
public record StepSkipped(ExecutionId executionId, int step, String reason)
        implements ExecutionEvent {
    public StepSkipped {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(reason, "reason is null");
    }
}
