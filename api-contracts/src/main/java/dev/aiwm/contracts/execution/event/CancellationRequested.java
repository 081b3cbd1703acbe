package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** Someone wants the execution to end. */
@Revision("1")
public record CancellationRequested(ExecutionId executionId, String reason)
        implements ExecutionEvent {
    public CancellationRequested {
        requireNonNull(executionId, "executionId is null");
    }
}
