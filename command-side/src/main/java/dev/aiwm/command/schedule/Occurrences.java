package dev.aiwm.command.schedule;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.timing.Timing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of the times that have come lead to a run, and which have been missed. */
final class Occurrences {
    /** Whoever begins within this time is not late. */
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    /** How many runs are made up for at most. */
    private static final int MOST_WAITING = 24;

    /** How many times are counted one by one; beyond, it has been too long to matter. */
    private static final int MOST_COUNTED = 10_000;

    private Occurrences() {}

    static Instant first(Timing timing, Instant now) {
        return timing.first(now)
                .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.VALIDATION_FAILED,
                                        "/timing never comes from now on"));
    }

    static ScheduleCame met(ScheduleState state, Instant now) {
        var due = new ArrayList<Instant>();
        Optional<Instant> time = Optional.of(state.next());
        while (time.isPresent() && !time.get().isAfter(now) && due.size() < MOST_COUNTED) {
            due.add(time.get());
            time = state.timing().following(time.get());
        }
        if (time.isPresent() && !time.get().isAfter(now)) {
            time = state.timing().first(now);
        }
        var all = new ArrayList<>(state.waiting());
        all.addAll(due);
        List<Instant> waiting = wanted(state, all, now);
        var missed = all.stream().filter(at -> !waiting.contains(at)).toList();
        return new ScheduleCame(
                state.scheduleId(),
                waiting,
                missed.size(),
                missed.isEmpty() ? null : missed.get(missed.size() - 1),
                time.orElse(null));
    }

    private static List<Instant> wanted(ScheduleState state, List<Instant> all, Instant now) {
        var last = all.subList(all.size() - 1, all.size());
        if (state.missedRuns() == MissedRuns.RUN_ALL) {
            return all.subList(Math.max(0, all.size() - MOST_WAITING), all.size());
        }
        if (state.missedRuns() == MissedRuns.RUN_ONCE) {
            return last;
        }
        boolean late = last.get(0).plus(IN_TIME).isBefore(now);
        return late || state.current() != null ? List.of() : last;
    }
}
