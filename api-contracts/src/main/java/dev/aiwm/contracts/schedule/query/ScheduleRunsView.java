package dev.aiwm.contracts.schedule.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.schedule.ScheduleState;

import java.util.List;

/** The last runs of a schedule, newest first. */
public record ScheduleRunsView(String scheduleId, List<ScheduleRunView> items, long version) {
    public ScheduleRunsView {
        requireNonNull(scheduleId, "scheduleId is null");
        items = List.copyOf(items);
    }

    public static ScheduleRunsView of(ScheduleState state) {
        return new ScheduleRunsView(
                state.scheduleId().value(),
                state.runs().stream().map(ScheduleRunView::of).toList(),
                state.sequence());
    }
}
