package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** What waits for its turn, or is dispatched from now on, has this priority. */
@Revision("1")
public record ExecutionPriorityChanged(ExecutionId executionId, int priority)
        implements ExecutionEvent {
    public ExecutionPriorityChanged {
        requireNonNull(executionId, "executionId is null");
    }
}
