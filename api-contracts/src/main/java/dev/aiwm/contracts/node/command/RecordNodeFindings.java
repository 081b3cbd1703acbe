package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeFinding;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;

/**
 * What was measured at a node; only what changes its warnings is news.
 *
 * @param raised what is to be warned of
 * @param lingering what is not bad enough for a warning, nor good enough to clear one
 */
public record RecordNodeFindings(
        @TargetAggregateIdentifier NodeId nodeId,
        long epoch,
        List<NodeFinding> raised,
        List<NodeFinding> lingering)
        implements NodeCommand {
    public RecordNodeFindings {
        requireNonNull(nodeId, "nodeId is null");
        raised = List.copyOf(raised);
        lingering = List.copyOf(lingering);
    }
}
