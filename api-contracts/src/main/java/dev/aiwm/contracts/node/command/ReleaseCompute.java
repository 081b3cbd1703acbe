package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back GPU, CPU and RAM of a stopped resource. */
public record ReleaseCompute(@TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId)
        implements NodeCommand {
    public ReleaseCompute {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
    }
}
