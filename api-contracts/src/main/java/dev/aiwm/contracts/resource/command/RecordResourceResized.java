package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.SizePart;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;

/** The execution that resizes the resource succeeded. */
public record RecordResourceResized(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        List<SizePart> fromNextStart,
        Runtime runtime)
        implements ResourceCommand {
    public RecordResourceResized {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        fromNextStart = fromNextStart == null ? List.of() : List.copyOf(fromNextStart);
    }
}
