package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** The execution has its time until then. */
@Revision("1")
public record ExecutionDeadlineMoved(ExecutionId executionId, Instant deadline)
        implements ExecutionEvent {
    public ExecutionDeadlineMoved {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(deadline, "deadline is null");
    }
}
