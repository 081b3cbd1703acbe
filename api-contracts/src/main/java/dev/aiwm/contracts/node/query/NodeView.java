package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeRole;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.NodeWarning;
import dev.aiwm.contracts.node.OsInfo;
import dev.aiwm.contracts.node.ledger.LedgerTotals;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A node as REST shows it. */
public record NodeView(
        String nodeId,
        String name,
        String description,
        List<NodeRole> role,
        Map<String, String> labels,
        Owner owner,
        NodeStatus status,
        boolean fenced,
        boolean shutOut,
        boolean cordoned,
        String cordonReason,
        boolean schedulable,
        boolean simulated,
        long epoch,
        String hostname,
        String ipAddress,
        String publicIpAddress,
        OsInfo os,
        double cpuCores,
        String cpuModel,
        long ramTotal,
        long diskTotal,
        double cpuOvercommit,
        List<GpuDevice> gpuDevices,
        List<String> engines,
        boolean vgpu,
        String agentVersion,
        List<NodeWarning> warnings,
        LedgerTotals capacity,
        TokenMetadata tokenMetadata,
        Instant lastHeartbeat,
        Instant connectedAt,
        Instant fencedAt,
        String fenceReason,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    private static final Inventory NOTHING_KNOWN =
            new Inventory(
                    "", null, null, null, 0, null, 0, 0, List.of(), List.of(), null, false, null,
                    false);

    public NodeView {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(name, "name is null");
        role = role == null ? List.of() : List.copyOf(role);
        labels = Copies.orEmpty(labels);
        requireNonNull(status, "status is null");
        gpuDevices = gpuDevices == null ? List.of() : List.copyOf(gpuDevices);
        engines = engines == null ? List.of() : List.copyOf(engines);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        requireNonNull(capacity, "capacity is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /** {@code lastHeartbeat} is soft state and comes from the telemetry, not from the events. */
    public static NodeView of(NodeState node, Instant lastHeartbeat) {
        return of(node, node.inventory() == null ? NOTHING_KNOWN : node.inventory(), lastHeartbeat);
    }

    private static NodeView of(NodeState node, Inventory inventory, Instant lastHeartbeat) {
        return new NodeView(
                node.nodeId().value(),
                node.name(),
                node.description(),
                node.roles(),
                node.labels(),
                node.owner(),
                node.status(),
                node.fenced(),
                node.shutOut(),
                node.cordoned(),
                node.cordonReason(),
                node.isSchedulable(),
                inventory.simulated(),
                node.epoch(),
                inventory.hostname().isEmpty() ? null : inventory.hostname(),
                inventory.ipAddress(),
                inventory.publicIpAddress(),
                inventory.os(),
                inventory.cpuCores(),
                inventory.cpuModel(),
                inventory.ramMB(),
                inventory.diskGB(),
                node.cpuOvercommit(),
                inventory.gpuDevices(),
                inventory.engines(),
                inventory.vgpu(),
                inventory.agentVersion(),
                node.warnings(),
                LedgerTotals.of(node),
                newestToken(node),
                lastHeartbeat,
                node.connectedAt(),
                node.fencedAt(),
                node.fenceReason(),
                node.sequence(),
                node.createdAt(),
                node.updatedAt());
    }

    private static TokenMetadata newestToken(NodeState node) {
        if (node.tokens().isEmpty()) {
            return null;
        }
        var newest = node.tokens().get(node.tokens().size() - 1);
        return new TokenMetadata(newest.issuedAt(), newest.expiresAt(), newest.description());
    }
}
