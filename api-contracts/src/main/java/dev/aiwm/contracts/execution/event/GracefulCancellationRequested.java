package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** Someone wants the execution to end, but what is in flight may finish until then. */
@Revision("1")
public record GracefulCancellationRequested(
        ExecutionId executionId, String reason, Instant forcedAt) implements ExecutionEvent {
    public GracefulCancellationRequested {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(forcedAt, "forcedAt is null");
    }
}
