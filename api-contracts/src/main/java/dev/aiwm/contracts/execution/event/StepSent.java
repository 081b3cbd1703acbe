package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/**
 * The command has gone out. Told only of what had to wait for its node or its turn there, or what
 * the node is slow to acknowledge: usually the acknowledgement says when the command was sent.
 *
 * @param dueAt the attempt's time limit, counted from then
 */
@Revision("1")
public record StepSent(
        ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        Instant sentAt,
        Instant dueAt)
        implements ExecutionEvent {
    public StepSent {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(sentAt, "sentAt is null");
        requireNonNull(dueAt, "dueAt is null");
    }
}
