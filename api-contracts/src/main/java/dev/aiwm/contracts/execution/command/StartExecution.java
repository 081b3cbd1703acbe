package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;

/** Begin to carry out a plan. */
public record StartExecution(
        @TargetAggregateIdentifier ExecutionId executionId,
        String name,
        ResourceAction action,
        ResourceRef subject,
        Owner owner,
        List<StepPlan> steps,
        long timeoutSeconds,
        ExecutionOptions options)
        implements ExecutionCommand {
    public StartExecution {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(name, "name is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        steps = List.copyOf(steps);
        options = options == null ? ExecutionOptions.NONE : options;
    }

    /** Without anything beyond its plan. */
    public StartExecution(
            ExecutionId executionId,
            String name,
            ResourceAction action,
            ResourceRef subject,
            Owner owner,
            List<StepPlan> steps,
            long timeoutSeconds) {
        this(
                executionId,
                name,
                action,
                subject,
                owner,
                steps,
                timeoutSeconds,
                ExecutionOptions.NONE);
    }
}
