package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.Adoption;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.PlacementDecision;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.serialization.Revision;

import java.util.Map;

/**
 * A resource was asked for and its capacity is reserved.
 *
 * @param adoption null for one that is to be made
 */
@Revision("3")
public record ResourceCreated(
        ResourceId resourceId,
        String name,
        String description,
        Map<String, String> labels,
        Owner owner,
        NodeId nodeId,
        ResourceConfig config,
        Claims claims,
        ComputeWhenStopped computeWhenStopped,
        PlacementDecision placement,
        boolean simulated,
        ExecutionId executionId,
        Adoption adoption)
        implements ResourceEvent {
    public ResourceCreated {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        labels = Copies.of(labels);
        requireNonNull(owner, "owner is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(computeWhenStopped, "computeWhenStopped is null");
        requireNonNull(executionId, "executionId is null");
    }
}
