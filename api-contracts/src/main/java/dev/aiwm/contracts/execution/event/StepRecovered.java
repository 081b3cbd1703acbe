package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** An operator decided how a step ended whose truth nobody knows; its end follows. */
@Revision("1")
public record StepRecovered(
        ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        boolean succeeded,
        String reason)
        implements ExecutionEvent {
    public StepRecovered {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(reason, "reason is null");
    }
}
