package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

/** One execution, not older than `minVersion`. */
public record FindExecution(ExecutionId executionId, Long minVersion) {
    public FindExecution {
        requireNonNull(executionId, "executionId is null");
    }
}
