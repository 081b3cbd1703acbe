package dev.aiwm.command.bulk;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.task.ResourceTask;

/** Where what users ask of resources goes in, whoever asks it for them. */
@FunctionalInterface
public interface TaskDoor {
    /**
     * Asks for it once, however often it is called with the same execution; a refusal is thrown.
     *
     * @return whether the execution does the work; false when the resource is so already
     */
    boolean begin(ResourceTask task, ResourceId resourceId, ExecutionId executionId, Owner owner);
}
