package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Remove a model from the node. */
public record ModelDelete(String modelId) implements AgentCommand {
    public ModelDelete {
        requireNonNull(modelId, "modelId is null");
    }

    public static final String TYPE = "model.delete";

    @Override
    public String type() {
        return TYPE;
    }
}
