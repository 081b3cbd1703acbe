package dev.aiwm.contracts.bulk.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;

/** Begin to do something to each of these resources. */
public record StartBulk(
        @TargetAggregateIdentifier BulkId bulkId,
        ResourceTask task,
        Owner owner,
        ResourceFilter filter,
        List<BulkTarget> targets,
        int parallelism,
        ScheduleId scheduleId)
        implements BulkCommand {
    public StartBulk {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(task, "task is null");
        requireNonNull(owner, "owner is null");
        targets = List.copyOf(targets);
    }
}
