package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** Another quarter of the work is done (R146); one that was leapt over is not told. */
@Revision("1")
public record ExecutionMilestoneReached(ExecutionId executionId, int percent)
        implements ExecutionEvent {
    public ExecutionMilestoneReached {
        requireNonNull(executionId, "executionId is null");
    }
}
