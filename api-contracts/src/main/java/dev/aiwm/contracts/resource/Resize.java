package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

/** What a resource is being resized to. */
public record Resize(ResourceConfig config, Claims claims) {
    public Resize {
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }
}
