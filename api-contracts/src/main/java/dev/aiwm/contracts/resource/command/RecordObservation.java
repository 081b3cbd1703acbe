package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An agent saw the engine object in some state; news only when it differs from what is known. */
public record RecordObservation(
        @TargetAggregateIdentifier ResourceId resourceId,
        NodeId nodeId,
        long epoch,
        Observation observation,
        Runtime runtime)
        implements ResourceCommand {
    public RecordObservation {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(observation, "observation is null");
    }
}
