package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Pause it. */
public record PauseTask() implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.PAUSE;
    }
}
