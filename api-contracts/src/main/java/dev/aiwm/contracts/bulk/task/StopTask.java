package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Stop it: within the given time, or by force. */
public record StopTask(boolean force, Long gracePeriodSeconds) implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.STOP;
    }
}
