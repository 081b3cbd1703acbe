package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.Allocations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything the events say about one node, its ledger included. */
public record NodeState(
        NodeId nodeId,
        String name,
        String description,
        List<NodeRole> roles,
        Map<String, String> labels,
        Owner owner,
        NodeStatus status,
        boolean fenced,
        boolean shutOut,
        boolean cordoned,
        String cordonReason,
        long epoch,
        Inventory inventory,
        double cpuOvercommit,
        Allocations allocations,
        List<NodeToken> tokens,
        List<NodeWarning> warnings,
        Instant connectedAt,
        Instant fencedAt,
        String fenceReason,
        Instant createdAt,
        Instant updatedAt,
        long sequence) {
    public NodeState {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(name, "name is null");
        roles = roles == null ? List.of() : List.copyOf(roles);
        labels = Copies.orEmpty(labels);
        requireNonNull(status, "status is null");
        allocations = allocations == null ? Allocations.NONE : allocations;
        tokens = tokens == null ? List.of() : List.copyOf(tokens);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public static final double DEFAULT_CPU_OVERCOMMIT = 4.0;

    /** May new things be placed here. */
    @JsonIgnore
    public boolean isSchedulable() {
        return status == NodeStatus.ONLINE && !fenced && !cordoned;
    }

    public Allocation allocationOf(ResourceId resourceId) {
        return allocations.get(resourceId.value());
    }
}
