package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

/** A static address inside a VLAN of the node. */
public record StaticIp(int vlanId, String address) {
    public StaticIp {
        requireNonNull(address, "address is null");
    }
}
