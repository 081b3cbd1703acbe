package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Start a virtual machine; done at once when it runs. */
public record VmStart(ResourceId resourceId) implements AgentCommand {
    public VmStart {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.start";

    @Override
    public String type() {
        return TYPE;
    }
}
