package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** How much of a model has arrived. */
public record ModelDownloadProgress(
        String modelId, long receivedBytes, long totalBytes, String status) implements AgentData {
    public ModelDownloadProgress {
        requireNonNull(modelId, "modelId is null");
        requireNonNull(status, "status is null");
    }
}
