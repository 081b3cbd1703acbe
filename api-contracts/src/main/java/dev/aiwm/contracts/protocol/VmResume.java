package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Let a frozen virtual machine go on. */
public record VmResume(ResourceId resourceId) implements AgentCommand {
    public VmResume {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.resume";

    @Override
    public String type() {
        return TYPE;
    }
}
