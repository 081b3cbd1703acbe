package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** A paused execution goes on. */
@Revision("1")
public record ExecutionResumed(ExecutionId executionId) implements ExecutionEvent {
    public ExecutionResumed {
        requireNonNull(executionId, "executionId is null");
    }
}
