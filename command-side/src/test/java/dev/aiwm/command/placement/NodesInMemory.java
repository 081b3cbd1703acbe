package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.NOW;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.node.Ledger;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes that answer as theirs would, and remember in which order they were asked. */
final class NodesInMemory extends Commands {
    private final Map<NodeId, NodeState> states = new LinkedHashMap<>();
    private final List<NodeId> asked = new ArrayList<>();

    NodesInMemory() {
        super(null);
    }

    /** A node that is shared. */
    NodeState online(String name, Map<String, String> labels, Inventory inventory) {
        return online(name, null, labels, inventory);
    }

    NodeState online(String name, Owner owner, Map<String, String> labels, Inventory inventory) {
        var id = NodeId.of(name);
        take(new NodeEnrolled(id, name, null, List.of(), labels, owner, 4));
        return take(new NodeConnected(id, 1, "t", inventory));
    }

    NodeState take(NodeEvent event) {
        var before = states.get(event.nodeId());
        long sequence = before == null ? 0 : before.sequence() + 1;
        var after = NodeFold.evolve(before, event, new EventFacts(sequence, NOW));
        states.put(event.nodeId(), after);
        return after;
    }

    List<NodeId> asked() {
        return asked;
    }

    NodeState state(String name) {
        return states.get(NodeId.of(name));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R send(Object command) {
        var reserve = (ReserveCapacity) command;
        asked.add(reserve.nodeId());
        var node = states.get(reserve.nodeId());
        if (node == null) {
            throw new Rejection(RejectionCode.NOT_FOUND, "there is no such node");
        }
        var claims = Ledger.tryOut(node, reserve.resourceId(), reserve.demand());
        return (R)
                take(
                        new CapacityReserved(
                                reserve.nodeId(),
                                reserve.resourceId(),
                                reserve.resourceName(),
                                claims,
                                reserve.expiresAt()));
    }
}
