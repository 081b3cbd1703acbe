package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

/**
 * What to make. The config says what the user wants, the claims say which pieces of the node it was
 * given; where both name a piece, the claims hold. The config may carry secrets in the clear: it is
 * not to be kept, logged or put into a message.
 *
 * @param org whose the volumes with names are that it uses; null when that was not told
 */
public record CreateRequest(
        ResourceId resourceId,
        String name,
        int generation,
        ResourceConfig config,
        Claims claims,
        String org) {
    public CreateRequest {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }

    /** Of something that uses no volumes with names. */
    public CreateRequest(
            ResourceId resourceId,
            String name,
            int generation,
            ResourceConfig config,
            Claims claims) {
        this(resourceId, name, generation, config, claims, null);
    }

    @Override
    public String toString() {
        return "CreateRequest[" + resourceId + ", generation " + generation + "]";
    }
}
