package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

/** The node has the command. */
@Revision("1")
public record StepAcknowledged(ExecutionId executionId, int step, int attempt, boolean compensation)
        implements ExecutionEvent {
    public StepAcknowledged {
        requireNonNull(executionId, "executionId is null");
    }
}
