package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.SnapshotFacts;

import org.axonframework.serialization.Revision;

/** There is a snapshot. */
@Revision("1")
public record SnapshotTaken(ResourceId resourceId, ExecutionId executionId, SnapshotFacts facts)
        implements ResourceEvent, EndsOperation {
    public SnapshotTaken {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(facts, "facts is null");
    }
}
