package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.serialization.Revision;

/** The execution ended because someone wanted it to. */
@Revision("1")
public record ExecutionCancelled(
        ExecutionId executionId, ResourceAction action, ResourceRef subject, Failure failure)
        implements ExecutionEvent {
    public ExecutionCancelled {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(failure, "failure is null");
    }
}
