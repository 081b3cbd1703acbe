package dev.aiwm.command.whatif;

import dev.aiwm.command.whatif.WhatIfRequest.Quota;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigDemand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What organisations hold of the fleet, and how much of it each may. */
final class Quotas {
    private static final Amounts NOTHING = new Amounts(0, 0, 0, 0, 0, 0);

    /** What sums of fractions of processors may be off by. */
    private static final double ROUNDING = 1e-6;

    private final Map<String, Quota> quotas;
    private final Map<ResourceId, Held> held = new HashMap<>();
    private final Map<String, Amounts> totals = new HashMap<>();

    private record Held(String organisation, Amounts amounts) {}

    private record Amounts(
            double resources, double cpu, double ram, double disk, double gpus, double slices) {
        private static Amounts of(Claims claims) {
            return new Amounts(
                    1,
                    claims.cpuCores(),
                    claims.ramMB(),
                    claims.diskGB(),
                    claims.gpuIds().size(),
                    claims.migSlices().size());
        }

        private static Amounts of(CapacityDemand demand) {
            return new Amounts(
                    1,
                    demand.cpuCores(),
                    demand.ramMB(),
                    demand.diskGB(),
                    demand.wholeGpus(),
                    demand.migSlices().stream().mapToInt(MigDemand::count).sum());
        }

        private Amounts plus(Amounts other, int sign) {
            return new Amounts(
                    resources + sign * other.resources,
                    cpu + sign * other.cpu,
                    ram + sign * other.ram,
                    disk + sign * other.disk,
                    gpus + sign * other.gpus,
                    slices + sign * other.slices);
        }
    }

    Quotas(Map<String, Quota> quotas) {
        this.quotas = quotas;
    }

    void hold(ResourceId id, String organisation, Claims claims) {
        release(id);
        if (quotas.containsKey(organisation)) {
            var now = new Held(organisation, Amounts.of(claims));
            held.put(id, now);
            totals.merge(organisation, now.amounts(), (sum, more) -> sum.plus(more, 1));
        }
    }

    void release(ResourceId id) {
        Held before = held.remove(id);
        if (before != null) {
            totals.merge(
                    before.organisation(), before.amounts(), (sum, less) -> sum.plus(less, -1));
        }
    }

    /**
     * What a resource would exceed with this, instead of what it holds; empty when it may have it.
     */
    Optional<String> exceeded(ResourceId id, String organisation, CapacityDemand demand) {
        Quota quota = quotas.get(organisation);
        if (quota == null) {
            return Optional.empty();
        }
        Held before = held.get(id);
        Amounts others =
                totals.getOrDefault(organisation, NOTHING)
                        .plus(before == null ? NOTHING : before.amounts(), -1);
        Amounts sum = others.plus(Amounts.of(demand), 1);
        return over("resources", sum.resources(), quota.resources())
                .or(() -> over("CPU cores", sum.cpu(), quota.cpuCores()))
                .or(() -> over("MB of RAM", sum.ram(), quota.ramMB()))
                .or(() -> over("GB of disk", sum.disk(), quota.diskGB()))
                .or(() -> over("GPUs", sum.gpus(), quota.gpus()))
                .or(() -> over("MIG slices", sum.slices(), quota.migSlices()))
                .map(what -> organisation + " " + what);
    }

    private static Optional<String> over(String what, double wanted, Number most) {
        return most == null || wanted <= most.doubleValue() + ROUNDING
                ? Optional.empty()
                : Optional.of(
                        "would have %s of at most %s %s"
                                .formatted(plain(wanted), plain(most.doubleValue()), what));
    }

    private static String plain(double amount) {
        return amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
    }
}
