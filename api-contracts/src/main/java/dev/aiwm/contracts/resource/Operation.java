package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import java.time.Instant;

/** What is under way: at most one at a time. */
public record Operation(ResourceAction action, ExecutionId executionId, Instant since) {
    public Operation {
        requireNonNull(action, "action is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(since, "since is null");
    }
}
