package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node of the resource was fenced: its state is unknown. */
public record RecordNodeLost(
        @TargetAggregateIdentifier ResourceId resourceId, NodeId nodeId, long epoch, String reason)
        implements ResourceCommand {
    public RecordNodeLost {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
