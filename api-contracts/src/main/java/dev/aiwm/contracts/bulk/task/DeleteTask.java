package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Delete it. */
public record DeleteTask(boolean force) implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.DELETE;
    }
}
