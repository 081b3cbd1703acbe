package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.serialization.Revision;

/** A required step failed, and what could be undone was undone. */
@Revision("1")
public record ExecutionFailed(
        ExecutionId executionId, ResourceAction action, ResourceRef subject, Failure failure)
        implements ExecutionEvent {
    public ExecutionFailed {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(failure, "failure is null");
    }
}
