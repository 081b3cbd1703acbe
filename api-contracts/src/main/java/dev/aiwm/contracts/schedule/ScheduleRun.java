package dev.aiwm.contracts.schedule;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;

import java.time.Instant;

/**
 * One run of a schedule, or times at which there was none.
 *
 * @param bulkId the bulk operation that does the work; null when there was no run
 * @param occurrence when it should have begun; of several that were missed the last
 * @param missed how many times there was no run
 * @param executionId the work, of a schedule for one resource
 */
public record ScheduleRun(
        BulkId bulkId,
        Instant occurrence,
        RunTrigger trigger,
        RunOutcome outcome,
        int missed,
        ExecutionId executionId,
        Failure failure,
        Instant startedAt,
        Instant endedAt) {
    public ScheduleRun {
        requireNonNull(occurrence, "occurrence is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    ScheduleRun ended(RunOutcome how, Failure why, Instant at) {
        return new ScheduleRun(
                bulkId, occurrence, trigger, how, missed, executionId, why, startedAt, at);
    }
}
