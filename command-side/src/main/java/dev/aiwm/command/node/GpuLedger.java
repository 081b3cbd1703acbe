package dev.aiwm.command.node;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.MigSlice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * GPUs and their slices. A GPU is given out whole, or in slices when it is in MIG mode, never both:
 * also not after its mode was changed while someone still holds it the other way.
 */
final class GpuLedger {
    private final Inventory inventory;
    private final List<Allocation> others;
    private final Claims own;

    GpuLedger(Inventory inventory, List<Allocation> others, Claims own) {
        this.inventory = inventory;
        this.others = others;
        this.own = own;
    }

    List<String> wholeGpus(CapacityDemand demand) {
        int wanted = demand.wholeGpus();
        if (wanted == 0) {
            return List.of();
        }
        var chosen = new LinkedHashSet<String>();
        for (var id : demand.gpuIds()) {
            theGpuIsFree(id);
            chosen.add(id);
        }
        var free = freeGpus();
        own.gpuIds().stream()
                .filter(free::contains)
                .filter(id -> chosen.size() < wanted)
                .forEach(chosen::add);
        free.stream().filter(id -> chosen.size() < wanted).forEach(chosen::add);
        if (chosen.size() < wanted) {
            throw new Shortage(RejectionCode.GPU_EXHAUSTED, "gpu")
                    .wanted(wanted)
                    .free(free)
                    .heldBy(others.stream().filter(o -> !o.claims().gpuIds().isEmpty()).toList())
                    .rejection();
        }
        return List.copyOf(chosen);
    }

    private void theGpuIsFree(String id) {
        var gpu = inventory.gpuDevices().stream().filter(g -> g.deviceId().equals(id)).findFirst();
        if (gpu.isEmpty()) {
            throw new Rejection(
                    RejectionCode.GPU_UNKNOWN,
                    "the node has no GPU " + id,
                    Map.of("what", id, "free", freeGpus()));
        }
        if (gpu.get().migEnabled()) {
            throw new Rejection(
                    RejectionCode.GPU_UNKNOWN,
                    "the GPU " + id + " is in MIG mode and given out in slices",
                    Map.of("what", id, "free", freeGpus()));
        }
        var holders = others.stream().filter(other -> holdsAnyOf(other, id)).toList();
        if (!holders.isEmpty()) {
            throw new Shortage(RejectionCode.GPU_TAKEN, id)
                    .because("the GPU " + id + " is taken")
                    .free(freeGpus())
                    .heldBy(holders)
                    .rejection();
        }
    }

    private static boolean holdsAnyOf(Allocation other, String gpuId) {
        return other.claims().gpuIds().contains(gpuId)
                || other.claims().migSlices().stream()
                        .anyMatch(slice -> slice.gpuId().equals(gpuId));
    }

    private List<String> freeGpus() {
        return inventory.gpuDevices().stream()
                .filter(gpu -> !gpu.migEnabled())
                .map(GpuDevice::deviceId)
                .filter(id -> others.stream().noneMatch(other -> holdsAnyOf(other, id)))
                .toList();
    }

    List<MigSlice> slices(CapacityDemand demand, Collection<String> wholeGpus) {
        var chosen = new LinkedHashSet<MigSlice>();
        for (var part : demand.migSlices()) {
            choose(part, wholeGpus, chosen);
        }
        return List.copyOf(chosen);
    }

    private void choose(MigDemand part, Collection<String> wholeGpus, Set<MigSlice> chosen) {
        var all = slicesOf(part.profile());
        if (all.isEmpty()) {
            throw new Rejection(
                    RejectionCode.MIG_PROFILE_UNKNOWN,
                    "the node has no slices of the profile " + part.profile(),
                    Map.of("what", part.profile(), "profiles", profiles()));
        }
        var free =
                all.stream()
                        .filter(slice -> !chosen.contains(slice))
                        .filter(slice -> !wholeGpus.contains(slice.gpuId()))
                        .filter(slice -> others.stream().noneMatch(o -> clashes(o, slice)))
                        .toList();
        var ordered =
                Stream.concat(own.migSlices().stream().filter(free::contains), free.stream())
                        .distinct()
                        .limit(part.count())
                        .toList();
        if (ordered.size() < part.count()) {
            throw new Shortage(RejectionCode.MIG_EXHAUSTED, part.profile())
                    .wanted(part.count())
                    .free(free.size())
                    .heldBy(holdersOfAny(all))
                    .rejection();
        }
        chosen.addAll(ordered);
    }

    private static boolean clashes(Allocation other, MigSlice slice) {
        return other.claims().gpuIds().contains(slice.gpuId())
                || other.claims().migSlices().stream()
                        .anyMatch(
                                held ->
                                        held.gpuId().equals(slice.gpuId())
                                                && held.instanceId().equals(slice.instanceId()));
    }

    private List<Allocation> holdersOfAny(List<MigSlice> slices) {
        return others.stream()
                .filter(other -> slices.stream().anyMatch(slice -> clashes(other, slice)))
                .toList();
    }

    private List<MigSlice> slicesOf(String profile) {
        var found = new ArrayList<MigSlice>();
        for (var gpu : inventory.gpuDevices()) {
            if (gpu.migEnabled()) {
                gpu.migInstances().stream()
                        .filter(instance -> instance.profile().equals(profile))
                        .map(i -> new MigSlice(gpu.deviceId(), i.instanceId(), profile))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Set<String> profiles() {
        var names = new TreeSet<String>();
        inventory.gpuDevices().stream()
                .filter(GpuDevice::migEnabled)
                .flatMap(gpu -> gpu.migInstances().stream())
                .forEach(instance -> names.add(instance.profile()));
        return names;
    }
}
