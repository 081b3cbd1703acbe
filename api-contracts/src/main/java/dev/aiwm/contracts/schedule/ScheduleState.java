package dev.aiwm.contracts.schedule;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.timing.Timing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the events say about one schedule.
 *
 * @param next when it comes next; null when it does not
 * @param waiting times that have come and whose runs are yet to begin
 * @param current the run that is under way, or null
 * @param runs the last ones, newest first
 * @param kept snapshots that runs made, oldest first
 */
public record ScheduleState(
        ScheduleId scheduleId,
        String name,
        Owner owner,
        Timing timing,
        MissedRuns missedRuns,
        SchedulePlan plan,
        boolean enabled,
        String suspendedBecause,
        Instant next,
        List<Instant> waiting,
        BulkId current,
        List<ScheduleRun> runs,
        List<KeptSnapshot> kept,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt,
        long sequence) {
    public ScheduleState {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
        requireNonNull(plan, "plan is null");
        waiting = List.copyOf(waiting);
        runs = List.copyOf(runs);
        kept = List.copyOf(kept);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public ScheduleStatus status() {
        if (deletedAt != null) {
            return ScheduleStatus.DELETED;
        }
        if (!enabled) {
            return ScheduleStatus.SUSPENDED;
        }
        boolean over = next == null && waiting.isEmpty() && current == null;
        return over ? ScheduleStatus.COMPLETED : ScheduleStatus.ACTIVE;
    }

    public Optional<ScheduleRun> run(BulkId bulkId) {
        return runs.stream().filter(run -> bulkId.equals(run.bulkId())).findFirst();
    }

    public List<KeptSnapshot> keptOf(ResourceId resourceId) {
        return kept.stream().filter(one -> one.resourceId().equals(resourceId)).toList();
    }

    /** The times that are to come, as far as can be told now. */
    public List<Instant> upcoming(int most) {
        var times = new ArrayList<Instant>();
        Optional<Instant> time = Optional.ofNullable(next);
        while (time.isPresent() && times.size() < most) {
            times.add(time.get());
            time = timing.following(time.get());
        }
        return times;
    }
}
