package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/**
 * Give a virtual machine another size. The details of the result say what is so already ({@code
 * applied}) and what will be from the next start on ({@code fromNextStart}).
 */
public record VmResize(ResourceId resourceId, int vcpus, long ramMB, long diskGB)
        implements AgentCommand {
    public VmResize {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.resize";

    @Override
    public String type() {
        return TYPE;
    }
}
