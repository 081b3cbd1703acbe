package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Open the console of a virtual machine as a byte stream. */
public record VmConsole(ResourceId resourceId, String streamId) implements AgentCommand {
    public VmConsole {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(streamId, "streamId is null");
    }

    public static final String TYPE = "vm.console";

    @Override
    public String type() {
        return TYPE;
    }
}
