package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

/**
 * What to make. The config says what the user wants, the claims say which pieces of the node it was
 * given; where both name a piece, the claims hold. The config may carry secrets in the clear: it is
 * not to be kept, logged or put into a message.
 */
public record CreateRequest(
        ResourceId resourceId, String name, int generation, ResourceConfig config, Claims claims) {
    public CreateRequest {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }

    @Override
    public String toString() {
        return "CreateRequest[" + resourceId + ", generation " + generation + "]";
    }
}
