package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;

import java.util.Map;

/**
 * Have a volume of an organisation: a live call that says {@link VolumeMade}. Done at once when the
 * organisation has it; refused when anybody else has the name.
 *
 * @param labels of one that is made; one that is there keeps its own
 */
public record VolumeCreate(String name, String org, Map<String, String> labels)
        implements AgentCommand {
    public static final String TYPE = "volume.create";

    public VolumeCreate {
        requireNonNull(name, "name is null");
        requireNonNull(org, "org is null");
        labels = Copies.orEmpty(labels);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
