package dev.aiwm.contracts.bulk.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.aiwm.contracts.resource.ResourceAction;

/** What is to be done to a resource, whichever it is, when nobody may be there to ask. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @Type(value = StartTask.class, name = "start"),
    @Type(value = StopTask.class, name = "stop"),
    @Type(value = RestartTask.class, name = "restart"),
    @Type(value = PauseTask.class, name = "pause"),
    @Type(value = ResumeTask.class, name = "resume"),
    @Type(value = SnapshotTask.class, name = "snapshot"),
    @Type(value = DeleteSnapshotTask.class, name = "delete-snapshot"),
    @Type(value = DeleteTask.class, name = "delete")
})
public sealed interface ResourceTask
        permits StartTask,
                StopTask,
                RestartTask,
                PauseTask,
                ResumeTask,
                SnapshotTask,
                DeleteSnapshotTask,
                DeleteTask {
    ResourceAction action();
}
