package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** An attempt failed and another will follow. */
@Revision("1")
public record StepRetryScheduled(
        ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        Failure failure,
        Instant retryAt)
        implements ExecutionEvent {
    public StepRetryScheduled {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
        requireNonNull(retryAt, "retryAt is null");
    }
}
