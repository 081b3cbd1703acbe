package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.serialization.Revision;

/** Someone wants the resource to run. */
@Revision("1")
public record ResourceStartRequested(ResourceId resourceId, ExecutionId executionId, Claims claims)
        implements ResourceEvent {
    public ResourceStartRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(claims, "claims is null");
    }
}
