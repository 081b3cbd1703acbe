package dev.aiwm.command.node;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.UpdateNode;
import dev.aiwm.contracts.node.event.NodeDescribed;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeOvercommitChosen;
import dev.aiwm.contracts.node.event.NodeRelabelled;
import dev.aiwm.contracts.node.event.NodeRenamed;

import java.util.ArrayList;
import java.util.List;

/** What an update changes: an event for each part that is different afterwards. */
final class NodeChanges {
    private NodeChanges() {}

    static List<NodeEvent> between(NodeState state, UpdateNode command) {
        var id = state.nodeId();
        var events = new ArrayList<NodeEvent>();
        if (command.name() != null && !command.name().equals(state.name())) {
            events.add(new NodeRenamed(id, command.name()));
        }
        String description = command.description();
        String before = state.description() == null ? "" : state.description();
        if (description != null && !description.equals(before)) {
            events.add(new NodeDescribed(id, description.isEmpty() ? null : description));
        }
        if (command.labels() != null && !command.labels().equals(state.labels())) {
            events.add(new NodeRelabelled(id, command.labels()));
        }
        Double ratio = command.cpuOvercommit();
        if (ratio != null && ratio != state.cpuOvercommit()) {
            NodeRules.theRatioIsAtLeastOne(ratio);
            events.add(new NodeOvercommitChosen(id, ratio));
        }
        return events;
    }
}
