package dev.aiwm.contracts.resource.event;

import dev.aiwm.contracts.ExecutionId;

/** An event that says how an operation of a resource ended; whoever waits for it hears this. */
public interface EndsOperation {
    ExecutionId executionId();
}
