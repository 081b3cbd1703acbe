package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.RunOutcome;

import org.axonframework.serialization.Revision;

/**
 * A run ended.
 *
 * @param failure why it is not as wanted; of several the first
 */
@Revision("1")
public record ScheduleRunEnded(
        ScheduleId scheduleId, BulkId bulkId, RunOutcome outcome, Failure failure)
        implements ScheduleEvent {
    public ScheduleRunEnded {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(outcome, "outcome is null");
    }
}
