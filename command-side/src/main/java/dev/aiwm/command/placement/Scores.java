package dev.aiwm.command.placement;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.LedgerTotals;

/**
 * How well a node suits that fits: 0 to 1, more is better. What needs no GPU is kept off nodes with
 * GPUs while others fit.
 */
final class Scores {
    private static final double GPU_NODE_FOR_PLAIN_LOAD = 0.5;

    private Scores() {}

    static double of(NodeState node, CapacityDemand demand, Strategy strategy) {
        var totals = LedgerTotals.of(node);
        double used = usedAfterwards(totals, demand);
        double score = strategy == Strategy.PACK ? used : 1 - used;
        boolean plain = demand.wholeGpus() == 0 && demand.migSlices().isEmpty();
        boolean gpuNode = totals.gpus() + totals.migSlices() > 0;
        return plain && gpuNode ? score * GPU_NODE_FOR_PLAIN_LOAD : score;
    }

    private static double usedAfterwards(LedgerTotals totals, CapacityDemand demand) {
        double sum =
                share(totals.cpuClaimed() + demand.cpuCores(), totals.cpuAllocatable())
                        + share(totals.ramClaimedMB() + demand.ramMB(), totals.ramMB())
                        + share(totals.diskClaimedGB() + demand.diskGB(), totals.diskGB());
        int kinds = 3;
        if (totals.gpus() > 0) {
            sum += share(totals.gpusClaimed() + demand.wholeGpus(), totals.gpus());
            kinds++;
        }
        if (totals.migSlices() > 0) {
            int slices = demand.migSlices().stream().mapToInt(part -> part.count()).sum();
            sum += share(totals.migSlicesClaimed() + slices, totals.migSlices());
            kinds++;
        }
        return sum / kinds;
    }

    private static double share(double used, double total) {
        return total <= 0 ? 0 : Math.min(1, used / total);
    }
}
