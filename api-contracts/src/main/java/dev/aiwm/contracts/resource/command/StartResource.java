package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Start a stopped or failed resource whose claims are complete. */
public record StartResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        Claims claims,
        long expectedSequence)
        implements ResourceCommand {
    public StartResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(claims, "claims is null");
    }
}
