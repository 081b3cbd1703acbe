package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.serialization.Revision;

/** Someone wants what runs to have another size; it claims enough for both. */
@Revision("2")
public record ResourceResizeRequested(
        ResourceId resourceId, ExecutionId executionId, ResourceConfig config, Claims claims)
        implements ResourceEvent {
    public ResourceResizeRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }
}
