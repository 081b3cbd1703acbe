package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.serialization.Revision;

/** Every required step is done. */
@Revision("1")
public record ExecutionSucceeded(
        ExecutionId executionId, ResourceAction action, ResourceRef subject, StepResult result)
        implements ExecutionEvent {
    public ExecutionSucceeded {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(result, "result is null");
    }
}
