package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

/** A port of the node, per protocol and address; an empty address means every address. */
public record HostPort(Transport protocol, String address, int port) {
    public HostPort {
        requireNonNull(protocol, "protocol is null");
    }

    /** One address has many spellings: {@code ::1} is {@code 0:0:0:0:0:0:0:1}. */
    public boolean clashesWith(HostPort other) {
        return protocol == other.protocol
                && port == other.port
                && (wildcard() || other.wildcard() || place().equals(other.place()));
    }

    private boolean wildcard() {
        return address == null || address.isEmpty() || IpAddress.EVERY.contains(place());
    }

    /** What is no address was accepted once, and is the same as what is spelt as it is. */
    private String place() {
        return IpAddress.canonical(address).orElse(address);
    }
}
