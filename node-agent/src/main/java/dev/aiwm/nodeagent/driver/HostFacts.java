package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.OsInfo;

/** What a machine is made of. */
public record HostFacts(
        String hostname,
        String ipAddress,
        OsInfo os,
        double cpuCores,
        String cpuModel,
        long ramMB,
        long diskGB) {
    public HostFacts {
        requireNonNull(hostname, "hostname is null");
    }
}
