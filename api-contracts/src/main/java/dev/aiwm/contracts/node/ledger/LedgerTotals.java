package dev.aiwm.contracts.node.ledger;

import dev.aiwm.contracts.node.NodeState;

/** Sums over a node: what there is, what is claimed. */
public record LedgerTotals(
        double cpuCores,
        double cpuAllocatable,
        double cpuClaimed,
        long ramMB,
        long ramClaimedMB,
        long diskGB,
        long diskClaimedGB,
        int gpus,
        int gpusClaimed,
        int migSlices,
        int migSlicesClaimed) {
    /** The sums of a node as it stands; a node that has never connected has nothing to give. */
    public static LedgerTotals of(NodeState node) {
        double cpu = 0;
        long ram = 0;
        long disk = 0;
        int gpus = 0;
        int slices = 0;
        for (var held : node.allocations().values()) {
            cpu += held.claims().cpuCores();
            ram += held.claims().ramMB();
            disk += held.claims().diskGB();
            gpus += held.claims().gpuIds().size();
            slices += held.claims().migSlices().size();
        }
        var inventory = node.inventory();
        if (inventory == null) {
            return new LedgerTotals(0, 0, cpu, 0, ram, 0, disk, 0, gpus, 0, slices);
        }
        return new LedgerTotals(
                inventory.cpuCores(),
                inventory.cpuCores() * node.cpuOvercommit(),
                cpu,
                inventory.ramMB(),
                ram,
                inventory.diskGB(),
                disk,
                (int) inventory.gpuDevices().stream().filter(gpu -> !gpu.migEnabled()).count(),
                gpus,
                inventory.gpuDevices().stream().mapToInt(gpu -> gpu.migInstances().size()).sum(),
                slices);
    }
}
