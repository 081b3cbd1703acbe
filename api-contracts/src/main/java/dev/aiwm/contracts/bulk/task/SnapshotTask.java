package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Take a snapshot. The name may hold `{resource}`, `{date}`, `{time}` and `{schedule}`. */
public record SnapshotTask(String name, String description) implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.SNAPSHOT;
    }
}
