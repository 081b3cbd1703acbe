package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Remove a virtual machine and its disks; done at once when there is none. */
public record VmDelete(ResourceId resourceId) implements AgentCommand {
    public VmDelete {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.delete";

    @Override
    public String type() {
        return TYPE;
    }
}
