package dev.aiwm.contracts.execution.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What was to be carried out never will be; whoever waits for the end of it hears that it failed.
 */
public record RecordExecutionNeverBegun(
        @TargetAggregateIdentifier ExecutionId executionId,
        String name,
        ResourceAction action,
        ResourceRef subject,
        Owner owner,
        Failure failure)
        implements ExecutionCommand {
    public RecordExecutionNeverBegun {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(name, "name is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(failure, "failure is null");
    }
}
