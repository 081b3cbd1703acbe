package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * Remove a volume and what is in it: a live call that says nothing. Refused while a container uses
 * it, and when there is none.
 *
 * @param org whose it must be; null when it may be any organisation's
 */
public record VolumeRemove(String name, String org) implements AgentCommand {
    public static final String TYPE = "volume.remove";

    public VolumeRemove {
        requireNonNull(name, "name is null");
    }

    @Override
    public String type() {
        return TYPE;
    }
}
