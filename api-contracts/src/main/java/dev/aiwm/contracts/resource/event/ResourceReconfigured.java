package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.serialization.Revision;

/** The resource has another configuration, used from its next start. */
@Revision("3")
public record ResourceReconfigured(
        ResourceId resourceId, ResourceConfig config, Claims claims, int generation)
        implements ResourceEvent {
    public ResourceReconfigured {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }
}
