package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.node.ledger.Transport;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A port of a container made reachable on the node (R012). */
public record PortMapping(
        @Min(1) @Max(65535) int containerPort,
        @Min(1) @Max(65535) int hostPort,
        Transport protocol,
        String hostAddress) {
    public Transport transport() {
        return protocol == null ? Transport.TCP : protocol;
    }
}
