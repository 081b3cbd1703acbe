package dev.aiwm.command.node;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.ClaimedAmounts;
import dev.aiwm.contracts.node.ledger.Claims;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a node has and who holds how much of it: decides a demand into concrete pieces, all of it or
 * nothing. CPU may be promised as often as the node's ratio says, everything else once.
 *
 * <p>Pure, so that the Node aggregate decides with it and placement can try it out on a copy that
 * may be old. A refusal names who holds what is missing, and what is free.
 */
public final class Ledger {
    private final NodeState node;
    private final Inventory inventory;
    private final ResourceId resource;
    private final Claims own;
    private final ClaimedAmounts others;

    private Ledger(NodeState node, ResourceId resource) {
        this.node = node;
        this.inventory = node.inventory();
        this.resource = resource;
        var held = node.allocationOf(resource);
        this.own = held == null ? Claims.NONE : held.claims();
        this.others = node.allocations().amounts().minus(ClaimedAmounts.of(own));
    }

    /**
     * What the node would answer to a reservation, if it still is as it is given here.
     *
     * @throws Rejection as the node would
     */
    public static Claims tryOut(NodeState node, ResourceId resource, CapacityDemand demand) {
        return Reservations.claims(node, resource, demand);
    }

    /** The ledger as one resource sees it: what it holds itself does not stand in its way. */
    static Ledger of(NodeState node, ResourceId resource) {
        requireNonNull(node.inventory(), "a node that never connected has no ledger");
        return new Ledger(node, resource);
    }

    /**
     * The pieces that satisfy the demand. GPUs and slices that the resource holds already are taken
     * first, then free ones in the order of the inventory.
     *
     * @throws Rejection when any part of it is missing
     */
    Claims grant(CapacityDemand demand) {
        nothingIsLessThanNone(demand);
        theEngineIsThere(demand);
        theAmountsFit(demand.cpuCores(), demand.ramMB(), demand.diskGB());
        var holders = asksForPieces(demand) ? otherHoldersOfPieces() : List.<Allocation>of();
        var gpus = new GpuLedger(inventory, holders, own);
        var gpuIds = gpus.wholeGpus(demand);
        var slices = gpus.slices(demand, gpuIds);
        Endpoints.areFree(demand, holders);
        return new Claims(
                demand.cpuCores(),
                demand.ramMB(),
                demand.diskGB(),
                gpuIds,
                slices,
                demand.staticIps(),
                demand.hostPorts());
    }

    /**
     * What grows of the resource's own claims is there.
     *
     * @throws Rejection when any part of it is missing
     */
    void grow(Claims larger) {
        theAmountsFit(
                larger.cpuCores() > own.cpuCores() ? larger.cpuCores() : 0,
                larger.ramMB() > own.ramMB() ? larger.ramMB() : 0,
                larger.diskGB() > own.diskGB() ? larger.diskGB() : 0);
    }

    private static boolean asksForPieces(CapacityDemand demand) {
        return demand.wholeGpus() > 0
                || !demand.migSlices().isEmpty()
                || !demand.staticIps().isEmpty()
                || !demand.hostPorts().isEmpty();
    }

    private List<Allocation> otherHoldersOfPieces() {
        var holders = node.allocations().holdersOfPieces();
        holders.removeIf(holder -> holder.resourceId().equals(resource));
        return holders;
    }

    private static void nothingIsLessThanNone(CapacityDemand demand) {
        boolean sound =
                demand.cpuCores() >= 0
                        && Double.isFinite(demand.cpuCores())
                        && demand.ramMB() >= 0
                        && demand.diskGB() >= 0
                        && demand.gpuCount() >= 0
                        && demand.migSlices().stream().allMatch(part -> part.count() > 0);
        if (!sound) {
            throw new Rejection(RejectionCode.VALIDATION_FAILED, "a demand cannot be negative");
        }
    }

    private void theEngineIsThere(CapacityDemand demand) {
        String engine = demand.virtualMachine() ? Inventory.VIRTUAL_MACHINES : Inventory.CONTAINERS;
        if (!inventory.engines().contains(engine)) {
            throw new Rejection(
                    RejectionCode.ENGINE_MISSING,
                    "the node has no engine for " + engine + "s",
                    Map.of("what", engine, "engines", inventory.engines()));
        }
        boolean sliced = !demand.migSlices().isEmpty();
        if ((demand.vgpu() || demand.virtualMachine() && sliced) && !inventory.vgpu()) {
            throw new Rejection(
                    RejectionCode.MIG_NEEDS_VGPU,
                    "a slice can only enter a virtual machine on a node with vGPU support",
                    Map.of("what", "vgpu"));
        }
    }

    private void theAmountsFit(double cpuCores, long ramMB, long diskGB) {
        double cpu = inventory.cpuCores() * node.cpuOvercommit() - others.cpuCores();
        long ram = inventory.ramMB() - others.ramMB();
        long disk = inventory.diskGB() - others.diskGB();
        theAmountFits(RejectionCode.CPU_EXHAUSTED, "cpuCores", cpuCores, cpu, Claims::cpuCores);
        theAmountFits(RejectionCode.RAM_EXHAUSTED, "ramMB", ramMB, ram, Claims::ramMB);
        theAmountFits(RejectionCode.DISK_EXHAUSTED, "diskGB", diskGB, disk, Claims::diskGB);
    }

    /** Who asks for none of something is not refused because there is too little of it. */
    private void theAmountFits(
            RejectionCode code,
            String what,
            double wanted,
            double free,
            ToDoubleFunction<Claims> claimed) {
        if (wanted > 0 && Amounts.exceeds(wanted, free)) {
            throw new Shortage(code, what)
                    .wanted(Amounts.plain(wanted))
                    .free(Amounts.plain(Math.max(free, 0)))
                    .heldBy(largestHolders(claimed))
                    .rejection();
        }
    }

    private List<Allocation> largestHolders(ToDoubleFunction<Claims> claimed) {
        return node.allocations().values().stream()
                .filter(other -> !other.resourceId().equals(resource))
                .filter(other -> claimed.applyAsDouble(other.claims()) > 0)
                .sorted(
                        (left, right) ->
                                Double.compare(
                                        claimed.applyAsDouble(right.claims()),
                                        claimed.applyAsDouble(left.claims())))
                .toList();
    }
}
