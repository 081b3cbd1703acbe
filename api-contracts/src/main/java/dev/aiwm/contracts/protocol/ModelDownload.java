package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Bring a model onto the node. */
public record ModelDownload(String modelId, String source, String path) implements AgentCommand {
    public ModelDownload {
        requireNonNull(modelId, "modelId is null");
        requireNonNull(source, "source is null");
        requireNonNull(path, "path is null");
    }

    public static final String TYPE = "model.download";

    @Override
    public String type() {
        return TYPE;
    }
}
