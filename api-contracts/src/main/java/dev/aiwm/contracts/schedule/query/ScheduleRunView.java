package dev.aiwm.contracts.schedule.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.ScheduleRun;

import java.time.Instant;

/**
 * A run of a schedule, as REST shows it.
 *
 * @param missed how many times there was no run; null of a run
 */
public record ScheduleRunView(
        String bulkId,
        Instant occurrence,
        RunTrigger trigger,
        RunOutcome outcome,
        Integer missed,
        String executionId,
        Failure error,
        Instant startedAt,
        Instant endedAt) {
    public ScheduleRunView {
        requireNonNull(occurrence, "occurrence is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    static ScheduleRunView of(ScheduleRun run) {
        return new ScheduleRunView(
                run.bulkId() == null ? null : run.bulkId().value(),
                run.occurrence(),
                run.trigger(),
                run.outcome(),
                run.missed() == 0 ? null : run.missed(),
                run.executionId() == null ? null : run.executionId().value(),
                run.failure(),
                run.startedAt(),
                run.endedAt());
    }
}
