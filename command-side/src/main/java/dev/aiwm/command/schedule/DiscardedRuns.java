package dev.aiwm.command.schedule;

import dev.aiwm.command.deadletter.Discarded;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.support.deadletter.DiscardedEvents;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * The run of a schedule that never begins, or of whose end the schedule does not hear, has failed:
 * the next run waits for it.
 */
@Component
class DiscardedRuns implements DiscardedEvents {
    private static final String POLICY = "policy";

    private final Commands commands;
    private final Clock clock;

    DiscardedRuns(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void discarded(String processor, DomainEventMessage<?> event) {
        if (processor.equals(WhenScheduleDecidesThenStartBulk.GROUP)
                && event.getPayload() instanceof ScheduleRunBegun begun) {
            failed(begun.scheduleId(), begun.bulkId(), "its beginning");
        } else if (processor.equals(WhenBulkEndsThenScheduleKnows.GROUP)
                && event.getPayload() instanceof BulkEnded ended
                && ended.scheduleId() != null) {
            failed(ended.scheduleId(), ended.bulkId(), "its end");
        }
    }

    private void failed(ScheduleId schedule, BulkId run, String what) {
        var failure = Discarded.failure(what, clock.instant());
        commands.sendAs(
                POLICY, new RecordScheduleRunEnded(schedule, run, RunOutcome.FAILED, failure));
    }
}
