package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Restart it. */
public record RestartTask(boolean force, Long gracePeriodSeconds) implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.RESTART;
    }
}
