package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.protocol.ContainerInfo;

import java.time.Instant;
import java.util.List;

/**
 * What a node's engines ran when it last said so (R089); {@code timestamp} null when it never did.
 */
public record NodeContainersView(String nodeId, Instant timestamp, List<ContainerInfo> items) {
    public NodeContainersView {
        requireNonNull(nodeId, "nodeId is null");
        items = List.copyOf(items);
    }
}
