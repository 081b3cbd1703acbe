package dev.aiwm.contracts.schedule.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.ScheduleStatus;
import dev.aiwm.contracts.schedule.aim.MatchingResources;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.timing.Timing;

import java.time.Instant;
import java.util.List;

/**
 * A schedule as REST shows it.
 *
 * @param next the times that are to come
 * @param waiting times that have come and whose runs are yet to begin
 * @param running the bulk operation of the run that is under way
 * @param snapshots that its runs made and that its retention may delete
 */
public record ScheduleView(
        String scheduleId,
        String name,
        Owner owner,
        Timing timing,
        MissedRuns missedRuns,
        String resourceId,
        ResourceFilter filter,
        ResourceTask operation,
        Retention retention,
        int parallelism,
        boolean enabled,
        ScheduleStatus status,
        String suspendedBecause,
        List<Instant> next,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Instant> waiting,
        String running,
        ScheduleRunView lastRun,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<KeptSnapshotView> snapshots,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    public ScheduleView {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(status, "status is null");
        next = List.copyOf(next);
        waiting = List.copyOf(waiting);
        snapshots = List.copyOf(snapshots);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /**
     * @param times how many of those to come
     */
    public static ScheduleView of(ScheduleState state, int times) {
        var target = state.plan().target();
        return new ScheduleView(
                state.scheduleId().value(),
                state.name(),
                state.owner(),
                state.timing(),
                state.missedRuns(),
                target instanceof OneResource one ? one.resourceId().value() : null,
                target instanceof MatchingResources many ? many.filter() : null,
                state.plan().task(),
                state.plan().retention(),
                state.plan().parallelism(),
                state.enabled(),
                state.status(),
                state.suspendedBecause(),
                state.upcoming(times),
                state.waiting(),
                state.current() == null ? null : state.current().value(),
                state.runs().isEmpty() ? null : ScheduleRunView.of(state.runs().get(0)),
                state.kept().stream().map(KeptSnapshotView::of).toList(),
                state.createdAt(),
                state.updatedAt(),
                state.sequence());
    }
}
