package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.NodeRole;

import org.axonframework.serialization.Revision;

import java.util.List;
import java.util.Map;

/** A node was made known. */
@Revision("1")
public record NodeEnrolled(
        NodeId nodeId,
        String name,
        String description,
        List<NodeRole> roles,
        Map<String, String> labels,
        Owner owner,
        double cpuOvercommit)
        implements NodeEvent {
    public NodeEnrolled {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(name, "name is null");
        roles = List.copyOf(roles);
        labels = Copies.of(labels);
    }
}
