package dev.aiwm.command.placement;

import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.ledger.LedgerTotals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import java.util.function.ToDoubleFunction;

/** How many nodes there are in each status, and what their ledgers come to. */
@Component
class NodeMetrics implements MeterBinder {
    private final NodeIndex nodes;

    NodeMetrics(NodeIndex nodes) {
        this.nodes = nodes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var status : NodeStatus.values()) {
            if (status != NodeStatus.REMOVED) {
                Gauge.builder("aiwm.nodes", nodes, it -> it.count(status))
                        .tag("status", status.wire())
                        .register(registry);
            }
        }
        ledger(registry, "cpu_cores", LedgerTotals::cpuAllocatable, LedgerTotals::cpuClaimed);
        ledger(registry, "ram_mb", LedgerTotals::ramMB, LedgerTotals::ramClaimedMB);
        ledger(registry, "disk_gb", LedgerTotals::diskGB, LedgerTotals::diskClaimedGB);
        ledger(registry, "gpus", LedgerTotals::gpus, LedgerTotals::gpusClaimed);
        ledger(registry, "mig_slices", LedgerTotals::migSlices, LedgerTotals::migSlicesClaimed);
    }

    private void ledger(
            MeterRegistry registry,
            String what,
            ToDoubleFunction<LedgerTotals> there,
            ToDoubleFunction<LedgerTotals> claimed) {
        Gauge.builder("aiwm.ledger.capacity", nodes, it -> it.sum(there))
                .description("What all nodes together have to give")
                .tag("of", what)
                .register(registry);
        Gauge.builder("aiwm.ledger.claimed", nodes, it -> it.sum(claimed))
                .description("What of it is claimed")
                .tag("of", what)
                .register(registry);
    }
}
