package dev.aiwm.contracts.schedule;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.timing.Timing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ScheduleState being changed by one step of the fold. */
final class ScheduleDraft {
    private static final int MOST_RUNS = 100;

    ScheduleId scheduleId;
    String name;
    Owner owner;
    Timing timing;
    MissedRuns missedRuns;
    SchedulePlan plan;
    boolean enabled;
    String suspendedBecause;
    Instant next;
    List<Instant> waiting = List.of();
    BulkId current;
    List<ScheduleRun> runs = List.of();
    List<KeptSnapshot> kept = List.of();
    Instant createdAt;
    Instant deletedAt;

    ScheduleDraft() {}

    ScheduleDraft(ScheduleState before) {
        scheduleId = before.scheduleId();
        name = before.name();
        owner = before.owner();
        timing = before.timing();
        missedRuns = before.missedRuns();
        plan = before.plan();
        enabled = before.enabled();
        suspendedBecause = before.suspendedBecause();
        next = before.next();
        waiting = before.waiting();
        current = before.current();
        runs = before.runs();
        kept = before.kept();
        createdAt = before.createdAt();
        deletedAt = before.deletedAt();
    }

    void remember(ScheduleRun run) {
        var remembered = new ArrayList<ScheduleRun>(runs.size() + 1);
        remembered.add(run);
        remembered.addAll(runs);
        runs =
                remembered.size() > MOST_RUNS
                        ? List.copyOf(remembered.subList(0, MOST_RUNS))
                        : remembered;
    }

    void rest() {
        enabled = false;
        next = null;
        waiting = List.of();
    }

    ScheduleState done(EventFacts facts) {
        return new ScheduleState(
                scheduleId,
                name,
                owner,
                timing,
                missedRuns,
                plan,
                enabled,
                suspendedBecause,
                next,
                waiting,
                current,
                runs,
                kept,
                createdAt,
                facts.timestamp(),
                deletedAt,
                facts.sequence());
    }
}
