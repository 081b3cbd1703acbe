package dev.aiwm.contracts.bulk.task;

import dev.aiwm.contracts.resource.ResourceAction;

/** Let it go on. */
public record ResumeTask() implements ResourceTask {
    @Override
    public ResourceAction action() {
        return ResourceAction.RESUME;
    }
}
