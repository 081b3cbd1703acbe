package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.List;

/** A plan is being carried out. */
@Revision("3")
public record ExecutionStarted(
        ExecutionId executionId,
        String name,
        ResourceAction action,
        ResourceRef subject,
        Owner owner,
        List<StepPlan> steps,
        Instant deadline)
        implements ExecutionEvent {
    public ExecutionStarted {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(name, "name is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        steps = List.copyOf(steps);
        requireNonNull(deadline, "deadline is null");
    }
}
