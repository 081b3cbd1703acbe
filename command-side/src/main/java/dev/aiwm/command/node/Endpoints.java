package dev.aiwm.command.node;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.StaticIp;

import java.util.List;

/** Addresses per VLAN, and ports per protocol and address: each has one holder at most. */
final class Endpoints {
    private Endpoints() {}

    static void areFree(CapacityDemand demand, List<Allocation> others) {
        for (var other : others) {
            for (var address : demand.staticIps()) {
                theAddressIsFree(address, other);
            }
            for (var port : demand.hostPorts()) {
                thePortIsFree(port, other);
            }
        }
        noPortIsWantedTwice(demand.hostPorts());
    }

    private static void theAddressIsFree(StaticIp address, Allocation other) {
        if (other.claims().staticIps().contains(address)) {
            throw new Shortage(RejectionCode.IP_TAKEN, text(address))
                    .because("the address " + text(address) + " is taken")
                    .heldBy(List.of(other))
                    .rejection();
        }
    }

    private static void thePortIsFree(HostPort port, Allocation other) {
        if (other.claims().hostPorts().stream().anyMatch(port::clashesWith)) {
            throw new Shortage(RejectionCode.PORT_TAKEN, text(port))
                    .because("the port " + text(port) + " is taken")
                    .heldBy(List.of(other))
                    .rejection();
        }
    }

    private static void noPortIsWantedTwice(List<HostPort> ports) {
        for (int i = 0; i < ports.size(); i++) {
            for (int j = i + 1; j < ports.size(); j++) {
                if (ports.get(i).clashesWith(ports.get(j))) {
                    throw new Shortage(RejectionCode.PORT_TAKEN, text(ports.get(j)))
                            .because("the port " + text(ports.get(j)) + " is asked for twice")
                            .rejection();
                }
            }
        }
    }

    private static String text(StaticIp address) {
        return address.address() + " (VLAN " + address.vlanId() + ")";
    }

    private static String text(HostPort port) {
        String address =
                port.address() == null || port.address().isEmpty() ? "" : port.address() + ":";
        return address + port.port() + "/" + port.protocol().wire();
    }
}
