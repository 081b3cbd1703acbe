package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;

/** Note that a token was made for the node. */
public record IssueNodeToken(
        @TargetAggregateIdentifier NodeId nodeId,
        String tokenId,
        Instant expiresAt,
        String description)
        implements NodeCommand {
    public IssueNodeToken {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
