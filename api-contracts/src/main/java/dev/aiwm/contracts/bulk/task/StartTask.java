package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Start it. */
public record StartTask() implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.START;
    }
}
