package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/**
 * Read the last lines of the serial console of a virtual machine, and when following those to come:
 * a live call that says one {@link LogLine} as JSON on each line.
 */
public record VmLogs(ResourceId resourceId, int tail, Instant since, boolean follow)
        implements AgentCommand {
    public VmLogs {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.logs";

    @Override
    public String type() {
        return TYPE;
    }
}
