package dev.aiwm.contracts.schedule;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.schedule.aim.Target;

/**
 * What a schedule does, to which resources, and what it keeps of it.
 *
 * @param retention of snapshots; null keeps all
 * @param parallelism resources that have their turn at a time
 */
public record SchedulePlan(Target target, ResourceTask task, Retention retention, int parallelism) {
    public SchedulePlan {
        requireNonNull(target, "target is null");
        requireNonNull(task, "task is null");
    }
}
