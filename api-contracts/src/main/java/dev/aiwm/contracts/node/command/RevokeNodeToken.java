package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a token no longer be good. */
public record RevokeNodeToken(@TargetAggregateIdentifier NodeId nodeId, String tokenId)
        implements NodeCommand {
    public RevokeNodeToken {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
    }
}
