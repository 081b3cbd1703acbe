package dev.aiwm.contracts.node;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.ledger.Allocations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A NodeState being changed by one step of the fold. */
final class NodeDraft {
    NodeId nodeId;
    String name;
    String description;
    List<NodeRole> roles;
    Map<String, String> labels;
    Owner owner;
    NodeStatus status;
    boolean fenced;
    boolean shutOut;
    boolean cordoned;
    String cordonReason;
    long epoch;
    Inventory inventory;
    double cpuOvercommit;
    Allocations allocations;
    List<NodeToken> tokens;
    List<NodeWarning> warnings = List.of();
    Instant connectedAt;
    Instant fencedAt;
    String fenceReason;
    Instant createdAt;
    Instant updatedAt;
    long sequence;

    NodeDraft() {}

    NodeDraft(NodeState before) {
        nodeId = before.nodeId();
        name = before.name();
        description = before.description();
        roles = before.roles();
        labels = before.labels();
        owner = before.owner();
        status = before.status();
        fenced = before.fenced();
        shutOut = before.shutOut();
        cordoned = before.cordoned();
        cordonReason = before.cordonReason();
        epoch = before.epoch();
        inventory = before.inventory();
        cpuOvercommit = before.cpuOvercommit();
        allocations = before.allocations();
        tokens = before.tokens();
        warnings = before.warnings();
        connectedAt = before.connectedAt();
        fencedAt = before.fencedAt();
        fenceReason = before.fenceReason();
        createdAt = before.createdAt();
        updatedAt = before.updatedAt();
        sequence = before.sequence();
    }

    NodeState done() {
        return new NodeState(
                nodeId,
                name,
                description,
                roles,
                labels,
                owner,
                status,
                fenced,
                shutOut,
                cordoned,
                cordonReason,
                epoch,
                inventory,
                cpuOvercommit,
                allocations,
                tokens,
                warnings,
                connectedAt,
                fencedAt,
                fenceReason,
                createdAt,
                updatedAt,
                sequence);
    }
}
