package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.ExecutionId;

import java.time.Instant;

/**
 * The attempts to put the wanted state into effect again.
 *
 * @param attempt counted from 1; anew once the resource has done what is wanted for long enough
 * @param dueAt when the attempt is to begin; null when none waits
 * @param executionId of the attempt that began last
 * @param begunAt when it began
 */
public record Restoration(int attempt, Instant dueAt, ExecutionId executionId, Instant begunAt) {
    Restoration withoutWaiting() {
        return new Restoration(attempt, null, executionId, begunAt);
    }
}
