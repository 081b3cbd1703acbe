package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.RunOutcome;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** How a run ended; news only while it is under way. */
public record RecordScheduleRunEnded(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        BulkId bulkId,
        RunOutcome outcome,
        Failure failure)
        implements ScheduleCommand {
    public RecordScheduleRunEnded {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(outcome, "outcome is null");
    }
}
