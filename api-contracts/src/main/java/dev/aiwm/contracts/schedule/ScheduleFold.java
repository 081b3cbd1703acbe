package dev.aiwm.contracts.schedule;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleRedirected;
import dev.aiwm.contracts.schedule.event.ScheduleReinstated;
import dev.aiwm.contracts.schedule.event.ScheduleRenamed;
import dev.aiwm.contracts.schedule.event.ScheduleRetimed;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotGone;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotRetired;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotStayed;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotTaken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What the events of a schedule add up to. */
public final class ScheduleFold {
    private static final Fold<ScheduleState, ScheduleEvent> FOLD =
            Fold.<ScheduleState, ScheduleEvent>over(ScheduleEvent.class)
                    .on(ScheduleCreated.class, ScheduleFold::created)
                    .on(ScheduleRenamed.class, step((draft, event) -> draft.name = event.name()))
                    .on(ScheduleRetimed.class, step(ScheduleFold::retimed))
                    .on(ScheduleRedirected.class, step((draft, event) -> draft.plan = event.plan()))
                    .on(ScheduleSuspended.class, step(ScheduleFold::suspended))
                    .on(ScheduleReinstated.class, step(ScheduleFold::reinstated))
                    .on(ScheduleCame.class, ScheduleFold::came)
                    .on(ScheduleRunBegun.class, ScheduleFold::begun)
                    .on(ScheduleRunEnded.class, ScheduleFold::ended)
                    .on(ScheduledSnapshotTaken.class, ScheduleFold::taken)
                    .on(ScheduledSnapshotRetired.class, step(ScheduleFold::retired))
                    .on(ScheduledSnapshotGone.class, step(ScheduleFold::gone))
                    .on(ScheduledSnapshotStayed.class, step(ScheduleFold::stayed))
                    .on(ScheduleDeleted.class, ScheduleFold::deleted)
                    .total();

    private ScheduleFold() {}

    public static ScheduleState evolve(
            ScheduleState before, ScheduleEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static ScheduleState created(
            ScheduleState before, ScheduleCreated event, EventFacts facts) {
        var draft = new ScheduleDraft();
        draft.scheduleId = event.scheduleId();
        draft.name = event.name();
        draft.owner = event.owner();
        draft.timing = event.timing();
        draft.missedRuns = event.missedRuns();
        draft.plan = event.plan();
        draft.enabled = true;
        draft.next = event.next();
        draft.createdAt = facts.timestamp();
        return draft.done(facts);
    }

    private static void retimed(ScheduleDraft draft, ScheduleRetimed event) {
        draft.timing = event.timing();
        draft.missedRuns = event.missedRuns();
        draft.next = event.next();
        draft.waiting = List.of();
    }

    private static void suspended(ScheduleDraft draft, ScheduleSuspended event) {
        draft.rest();
        draft.suspendedBecause = event.reason();
    }

    private static void reinstated(ScheduleDraft draft, ScheduleReinstated event) {
        draft.enabled = true;
        draft.suspendedBecause = null;
        draft.next = event.next();
    }

    private static ScheduleState came(ScheduleState before, ScheduleCame event, EventFacts facts) {
        var draft = new ScheduleDraft(before);
        draft.next = event.next();
        draft.waiting = event.waiting();
        if (event.missed() > 0) {
            draft.remember(
                    new ScheduleRun(
                            null,
                            event.lastMissed(),
                            RunTrigger.TIME,
                            RunOutcome.MISSED,
                            event.missed(),
                            null,
                            null,
                            facts.timestamp(),
                            facts.timestamp()));
        }
        return draft.done(facts);
    }

    private static ScheduleState begun(
            ScheduleState before, ScheduleRunBegun event, EventFacts facts) {
        var draft = new ScheduleDraft(before);
        draft.current = event.bulkId();
        draft.waiting =
                before.waiting().stream().filter(at -> !at.equals(event.occurrence())).toList();
        draft.remember(
                new ScheduleRun(
                        event.bulkId(),
                        event.occurrence(),
                        event.trigger(),
                        RunOutcome.RUNNING,
                        0,
                        event.executionId(),
                        null,
                        facts.timestamp(),
                        null));
        return draft.done(facts);
    }

    private static ScheduleState ended(
            ScheduleState before, ScheduleRunEnded event, EventFacts facts) {
        var draft = new ScheduleDraft(before);
        draft.current = null;
        var runs = new ArrayList<>(before.runs());
        runs.replaceAll(
                run ->
                        event.bulkId().equals(run.bulkId())
                                ? run.ended(event.outcome(), event.failure(), facts.timestamp())
                                : run);
        draft.runs = runs;
        return draft.done(facts);
    }

    private static ScheduleState taken(
            ScheduleState before, ScheduledSnapshotTaken event, EventFacts facts) {
        var draft = new ScheduleDraft(before);
        var kept = new ArrayList<>(before.kept());
        kept.add(
                new KeptSnapshot(
                        event.resourceId(), event.snapshotId(), facts.timestamp(), false, 0));
        draft.kept = kept;
        return draft.done(facts);
    }

    private static void retired(ScheduleDraft draft, ScheduledSnapshotRetired event) {
        replace(draft, event.snapshotId(), KeptSnapshot::retired);
    }

    private static void stayed(ScheduleDraft draft, ScheduledSnapshotStayed event) {
        replace(draft, event.snapshotId(), KeptSnapshot::stayed);
    }

    private static void replace(
            ScheduleDraft draft, SnapshotId snapshotId, UnaryOperator<KeptSnapshot> change) {
        var kept = new ArrayList<>(draft.kept);
        kept.replaceAll(one -> one.snapshotId().equals(snapshotId) ? change.apply(one) : one);
        draft.kept = kept;
    }

    private static void gone(ScheduleDraft draft, ScheduledSnapshotGone event) {
        draft.kept =
                draft.kept.stream()
                        .filter(one -> !one.snapshotId().equals(event.snapshotId()))
                        .toList();
    }

    private static ScheduleState deleted(
            ScheduleState before, ScheduleDeleted event, EventFacts facts) {
        var draft = new ScheduleDraft(before);
        draft.rest();
        draft.deletedAt = facts.timestamp();
        return draft.done(facts);
    }

    private static <T extends ScheduleEvent> Fold.Step<ScheduleState, T> step(
            BiConsumer<ScheduleDraft, T> change) {
        return (before, event, facts) -> {
            var draft = new ScheduleDraft(before);
            change.accept(draft, event);
            return draft.done(facts);
        };
    }
}
