package dev.aiwm.query.invariant;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.MigSlice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who has what of one node, kept from what the events say alone and not with the product's own
 * fold, which is to be checked.
 */
final class Pieces {
    private final Map<String, Claims> held = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private double cpuCores;
    private long ramMB;
    private long diskGB;
    private int gpus;
    private int slices;

    /** Two resources have the same piece. */
    record Clash(String piece, String owner) {}

    Claims of(String resource) {
        return held.getOrDefault(resource, Claims.NONE);
    }

    boolean has(String resource) {
        return held.containsKey(resource);
    }

    void release(String resource) {
        Claims before = held.remove(resource);
        if (before != null) {
            add(before, -1);
            unique(before).forEach(piece -> owners.remove(piece, resource));
        }
    }

    /** Gives a resource its pieces and says which of them another has. */
    Optional<Clash> claim(String resource, Claims claims) {
        release(resource);
        Optional<Clash> clash = clashOf(claims);
        held.put(resource, claims);
        add(claims, 1);
        unique(claims).forEach(piece -> owners.put(piece, resource));
        return clash;
    }

    private void add(Claims claims, int sign) {
        cpuCores += sign * claims.cpuCores();
        ramMB += sign * claims.ramMB();
        diskGB += sign * claims.diskGB();
        gpus += sign * claims.gpuIds().size();
        slices += sign * claims.migSlices().size();
    }

    private Optional<Clash> clashOf(Claims claims) {
        for (String piece : unique(claims)) {
            String owner = owners.get(piece);
            if (owner != null) {
                return Optional.of(new Clash(piece, owner));
            }
        }
        for (Map.Entry<String, Claims> other : held.entrySet()) {
            Optional<String> shared = shared(claims, other.getValue());
            if (shared.isPresent()) {
                return Optional.of(new Clash(shared.get(), other.getKey()));
            }
        }
        return Optional.empty();
    }

    /** What one of them has whole and the other in part, and ports that are the same. */
    private static Optional<String> shared(Claims one, Claims other) {
        for (MigSlice slice : one.migSlices()) {
            if (other.gpuIds().contains(slice.gpuId())) {
                return Optional.of(gpu(slice.gpuId()));
            }
        }
        for (MigSlice slice : other.migSlices()) {
            if (one.gpuIds().contains(slice.gpuId())) {
                return Optional.of(gpu(slice.gpuId()));
            }
        }
        for (HostPort port : one.hostPorts()) {
            if (other.hostPorts().stream().anyMatch(port::clashesWith)) {
                return Optional.of("port " + port.port() + "/" + port.protocol().wire());
            }
        }
        return Optional.empty();
    }

    private static List<String> unique(Claims claims) {
        List<String> names = new ArrayList<>();
        claims.gpuIds().forEach(id -> names.add(gpu(id)));
        claims.migSlices()
                .forEach(it -> names.add("mig slice " + it.gpuId() + "/" + it.instanceId()));
        claims.staticIps()
                .forEach(
                        it -> names.add("address " + it.address() + " (VLAN " + it.vlanId() + ")"));
        return names;
    }

    private static String gpu(String id) {
        return "gpu " + id;
    }

    double cpuCores() {
        return cpuCores;
    }

    long ramMB() {
        return ramMB;
    }

    long diskGB() {
        return diskGB;
    }

    int gpus() {
        return gpus;
    }

    int slices() {
        return slices;
    }
}
