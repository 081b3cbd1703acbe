package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Take part in a console of a virtual machine: a live call that carries its bytes. */
public record VmConsole(ResourceId resourceId, ConsoleKind kind) implements AgentCommand {
    public VmConsole {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(kind, "kind is null");
    }

    public static final String TYPE = "vm.console";

    @Override
    public String type() {
        return TYPE;
    }
}
