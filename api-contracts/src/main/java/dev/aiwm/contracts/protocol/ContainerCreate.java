package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

/**
 * Make a container without starting it. Repeating it with the same generation changes nothing.
 *
 * @param org whose the volumes with names are that it uses; null when that was not told
 */
public record ContainerCreate(
        ResourceId resourceId,
        String name,
        int generation,
        ResourceConfig config,
        Claims claims,
        String org)
        implements AgentCommand {
    public ContainerCreate {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }

    public static final String TYPE = "container.create";

    @Override
    public String type() {
        return TYPE;
    }
}
