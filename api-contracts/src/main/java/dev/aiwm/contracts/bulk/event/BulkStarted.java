package dev.aiwm.contracts.bulk.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import org.axonframework.serialization.Revision;

import java.util.List;

/**
 * Something is to be done to each of these resources, a few at a time.
 *
 * @param filter what chose the resources; null when they were named
 * @param scheduleId the schedule whose run this is, or null
 */
@Revision("1")
public record BulkStarted(
        BulkId bulkId,
        ResourceTask task,
        Owner owner,
        ResourceFilter filter,
        List<BulkTarget> targets,
        int parallelism,
        ScheduleId scheduleId)
        implements BulkEvent {
    public BulkStarted {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(task, "task is null");
        requireNonNull(owner, "owner is null");
        targets = List.copyOf(targets);
    }
}
