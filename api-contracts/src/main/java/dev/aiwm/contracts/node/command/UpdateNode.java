package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.Map;

/**
 * Change what a user may change of a node; an absent part stays as it is, an empty description is
 * none.
 */
public record UpdateNode(
        @TargetAggregateIdentifier NodeId nodeId,
        String name,
        String description,
        Map<String, String> labels,
        Double cpuOvercommit,
        long expectedSequence)
        implements NodeCommand {
    public UpdateNode {
        requireNonNull(nodeId, "nodeId is null");
        labels = labels == null ? null : Copies.of(labels);
    }
}
