package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** Nothing new is dispatched until it is resumed; its deadline stays. */
@Revision("1")
public record ExecutionPaused(ExecutionId executionId, String reason) implements ExecutionEvent {
    public ExecutionPaused {
        requireNonNull(executionId, "executionId is null");
    }
}
