package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.Inventory;

import java.util.List;

/** The first message of an agent: what the node is and what it manages (R083). */
public record NodeRegister(
        String nodeId, String name, Inventory inventory, List<ManagedResource> managed)
        implements AgentData {
    public NodeRegister {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(inventory, "inventory is null");
        managed = managed == null ? List.of() : List.copyOf(managed);
    }
}
