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
        var claimed = node.allocations().amounts();
        var inventory = node.inventory();
        if (inventory == null) {
            return new LedgerTotals(
                    0,
                    0,
                    claimed.cpuCores(),
                    0,
                    claimed.ramMB(),
                    0,
                    claimed.diskGB(),
                    0,
                    claimed.gpus(),
                    0,
                    claimed.migSlices());
        }
        return new LedgerTotals(
                inventory.cpuCores(),
                inventory.cpuCores() * node.cpuOvercommit(),
                claimed.cpuCores(),
                inventory.ramMB(),
                claimed.ramMB(),
                inventory.diskGB(),
                claimed.diskGB(),
                (int) inventory.gpuDevices().stream().filter(gpu -> !gpu.migEnabled()).count(),
                claimed.gpus(),
                inventory.gpuDevices().stream().mapToInt(gpu -> gpu.migInstances().size()).sum(),
                claimed.migSlices());
    }
}
