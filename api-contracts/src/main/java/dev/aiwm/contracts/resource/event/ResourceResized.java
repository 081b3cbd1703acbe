package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.serialization.Revision;

import java.util.List;

/** The resource has another size, of which some parts may need a start first. */
@Revision("2")
public record ResourceResized(
        ResourceId resourceId,
        ExecutionId executionId,
        ResourceConfig config,
        Claims claims,
        List<SizePart> fromNextStart,
        Runtime runtime)
        implements ResourceEvent, EndsOperation {
    public ResourceResized {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
        fromNextStart = fromNextStart == null ? List.of() : List.copyOf(fromNextStart);
    }
}
