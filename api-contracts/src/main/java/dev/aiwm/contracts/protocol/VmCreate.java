package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

/**
 * Make a virtual machine without starting it. Repeating it with the same generation changes
 * nothing.
 */
public record VmCreate(
        ResourceId resourceId,
        String name,
        int generation,
        VirtualMachineConfig config,
        Claims claims)
        implements AgentCommand {
    public VmCreate {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }

    public static final String TYPE = "vm.create";

    @Override
    public String type() {
        return TYPE;
    }
}
