package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

/** A port of the node, per protocol and address; an empty address means every address. */
public record HostPort(Transport protocol, String address, int port) {
    public HostPort {
        requireNonNull(protocol, "protocol is null");
    }

    public boolean clashesWith(HostPort other) {
        return protocol == other.protocol
                && port == other.port
                && (wildcard() || other.wildcard() || address.equals(other.address));
    }

    private boolean wildcard() {
        return address == null || address.isEmpty() || address.equals("0.0.0.0");
    }
}
