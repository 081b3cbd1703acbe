package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.util.Map;

/** The execution has these labels now. */
@Revision("1")
public record ExecutionRelabelled(ExecutionId executionId, Map<String, String> labels)
        implements ExecutionEvent {
    public ExecutionRelabelled {
        requireNonNull(executionId, "executionId is null");
        labels = Copies.orEmpty(labels);
    }
}
