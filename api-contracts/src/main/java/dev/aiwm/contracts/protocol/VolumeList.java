package dev.aiwm.contracts.protocol;

/** Tell which volumes with names the node has: a live call that says {@link NodeVolumes}. */
public record VolumeList() implements AgentCommand {
    public static final String TYPE = "volume.list";

    @Override
    public String type() {
        return TYPE;
    }
}
