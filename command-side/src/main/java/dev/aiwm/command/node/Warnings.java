package dev.aiwm.command.node;

import dev.aiwm.contracts.node.NodeFinding;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeWarning;
import dev.aiwm.contracts.node.command.RecordNodeFindings;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeWarningCleared;
import dev.aiwm.contracts.node.event.NodeWarningRaised;

import java.util.ArrayList;
import java.util.List;

/** Which warnings findings raise and clear. */
final class Warnings {
    private Warnings() {}

    static List<NodeEvent> news(NodeState state, RecordNodeFindings report) {
        var events = new ArrayList<NodeEvent>();
        for (NodeWarning standing : state.warnings()) {
            if (!has(report.raised(), standing) && !has(report.lingering(), standing)) {
                events.add(
                        new NodeWarningCleared(
                                state.nodeId(), standing.kind(), standing.subject()));
            }
        }
        for (NodeFinding found : report.raised()) {
            boolean stands =
                    state.warnings().stream()
                            .anyMatch(known -> known.isOf(found.kind(), found.subject()));
            if (!stands) {
                events.add(
                        new NodeWarningRaised(
                                state.nodeId(), found.kind(), found.subject(), found.message()));
            }
        }
        return events;
    }

    private static boolean has(List<NodeFinding> findings, NodeWarning warning) {
        return findings.stream().anyMatch(found -> warning.isOf(found.kind(), found.subject()));
    }
}
