package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.NodeRole;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;
import java.util.Map;

/** Make a node known, before its agent has ever called. */
public record EnrolNode(
        @TargetAggregateIdentifier NodeId nodeId,
        String name,
        String description,
        List<NodeRole> roles,
        Map<String, String> labels,
        Owner owner,
        double cpuOvercommit)
        implements NodeCommand {
    public EnrolNode {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(name, "name is null");
        roles = roles == null ? List.of() : List.copyOf(roles);
        labels = Copies.orEmpty(labels);
    }
}
