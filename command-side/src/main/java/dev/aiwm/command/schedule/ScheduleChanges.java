package dev.aiwm.command.schedule;

import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.command.UpdateSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleRedirected;
import dev.aiwm.contracts.schedule.event.ScheduleReinstated;
import dev.aiwm.contracts.schedule.event.ScheduleRenamed;
import dev.aiwm.contracts.schedule.event.ScheduleRetimed;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a schedule has to become, one event for each reason. */
final class ScheduleChanges {
    private ScheduleChanges() {}

    static List<ScheduleEvent> between(ScheduleState state, UpdateSchedule wish, Instant now) {
        var id = state.scheduleId();
        var events = new ArrayList<ScheduleEvent>();
        if (!state.name().equals(wish.name())) {
            events.add(new ScheduleRenamed(id, wish.name()));
        }
        if (!state.plan().equals(wish.plan())) {
            events.add(new ScheduleRedirected(id, wish.plan()));
        }
        boolean otherTimes = !state.timing().equals(wish.timing());
        if (otherTimes || state.missedRuns() != wish.missedRuns()) {
            boolean comes = state.enabled() && wish.enabled();
            Instant next = otherTimes && comes ? Occurrences.first(wish.timing(), now) : null;
            events.add(
                    new ScheduleRetimed(
                            id,
                            wish.timing(),
                            wish.missedRuns(),
                            comes && !otherTimes ? state.next() : next));
        }
        if (state.enabled() && !wish.enabled()) {
            events.add(new ScheduleSuspended(id, null));
        } else if (!state.enabled() && wish.enabled()) {
            events.add(new ScheduleReinstated(id, Occurrences.first(wish.timing(), now)));
        }
        return events;
    }
}
