package dev.aiwm.command.whatif;

import dev.aiwm.command.placement.Demands;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourceCreated;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked for.
 *
 * @param organisation whose it is
 * @param named the node that the request named, or null
 */
record Wish(String name, String organisation, NodeId named, CapacityDemand demand) {

    static Wish of(ResourceCreated created) {
        boolean named = created.placement() != null && created.placement().named();
        return new Wish(
                created.name(),
                created.owner().orgId(),
                named ? created.nodeId() : null,
                Demands.of(created.config()));
    }

    Wish with(ResourceConfig config) {
        return new Wish(name, organisation, named, Demands.of(config));
    }

    /** As much as was claimed, of the kinds that the configuration asks for. */
    CapacityDemand asClaimed(Claims claims) {
        Map<String, Integer> slices = new TreeMap<>();
        claims.migSlices().forEach(slice -> slices.merge(slice.profile(), 1, Integer::sum));
        return new CapacityDemand(
                claims.cpuCores(),
                claims.ramMB(),
                claims.diskGB(),
                claims.gpuIds().isEmpty() ? List.of() : demand.gpuIds(),
                claims.gpuIds().size(),
                slices.entrySet().stream()
                        .map(entry -> new MigDemand(entry.getKey(), entry.getValue()))
                        .toList(),
                claims.staticIps(),
                claims.hostPorts(),
                demand.virtualMachine(),
                demand.vgpu());
    }
}
