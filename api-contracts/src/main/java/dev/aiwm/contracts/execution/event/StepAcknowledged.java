package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/**
 * The node has the command.
 *
 * @param sentAt when it was sent to it first; null when that is not known
 */
@Revision("2")
public record StepAcknowledged(
        ExecutionId executionId, int step, int attempt, boolean compensation, Instant sentAt)
        implements ExecutionEvent {
    public StepAcknowledged {
        requireNonNull(executionId, "executionId is null");
    }
}
