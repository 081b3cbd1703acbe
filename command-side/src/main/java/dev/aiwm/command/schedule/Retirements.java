package dev.aiwm.command.schedule;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.schedule.KeptSnapshot;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.command.RecordRetirementEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduledSnapshot;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotGone;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotRetired;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotStayed;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotTaken;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which snapshots a schedule lets go: its own alone, the oldest first, one of a resource at a time,
 * and only after it has made a newer one.
 */
final class Retirements {
    private Retirements() {}

    /** A schedule that keeps everything need not know what it made. */
    static List<ScheduleEvent> taken(ScheduleState state, RecordScheduledSnapshot news) {
        var events = new ArrayList<ScheduleEvent>();
        var known = state.keptOf(news.resourceId());
        for (KeptSnapshot one : known) {
            if (!news.present().contains(one.snapshotId())) {
                events.add(gone(state, one.resourceId(), one.snapshotId()));
            }
        }
        boolean repeated =
                known.stream().anyMatch(one -> one.snapshotId().equals(news.snapshotId()));
        if (!repeated && state.plan().retention() != null) {
            events.add(
                    new ScheduledSnapshotTaken(
                            state.scheduleId(), news.resourceId(), news.snapshotId()));
        }
        return events;
    }

    static List<ScheduleEvent> ended(ScheduleState state, RecordRetirementEnded news) {
        boolean awaited =
                state.keptOf(news.resourceId()).stream()
                        .anyMatch(
                                one ->
                                        one.snapshotId().equals(news.snapshotId())
                                                && one.retiring());
        if (!awaited) {
            return List.of();
        }
        return List.of(
                news.failure() == null
                        ? gone(state, news.resourceId(), news.snapshotId())
                        : new ScheduledSnapshotStayed(
                                state.scheduleId(),
                                news.resourceId(),
                                news.snapshotId(),
                                news.failure()));
    }

    private static ScheduledSnapshotGone gone(
            ScheduleState state, ResourceId resourceId, SnapshotId snapshotId) {
        return new ScheduledSnapshotGone(state.scheduleId(), resourceId, snapshotId);
    }

    /** The next one of a resource to go, if there is one and none is going. */
    static List<ScheduleEvent> next(ScheduleState state, ResourceId resourceId, Instant now) {
        var kept = state.keptOf(resourceId);
        boolean waits =
                state.deletedAt() != null
                        || state.plan().retention() == null
                        || kept.size() < 2
                        || kept.stream().anyMatch(KeptSnapshot::retiring);
        if (waits || !isTooMuch(state.plan().retention(), kept, now)) {
            return List.of();
        }
        var oldest = kept.get(0);
        String part = oldest.snapshotId().value() + "/" + oldest.attempts();
        return List.of(
                new ScheduledSnapshotRetired(
                        state.scheduleId(),
                        resourceId,
                        oldest.snapshotId(),
                        BulkId.of(state.scheduleId(), part),
                        state.owner()));
    }

    private static boolean isTooMuch(Retention retention, List<KeptSnapshot> kept, Instant now) {
        boolean tooMany = retention.keep() != null && kept.size() > retention.keep();
        boolean tooOld =
                retention.maxAgeSeconds() != null
                        && kept.get(0)
                                .takenAt()
                                .plusSeconds(retention.maxAgeSeconds())
                                .isBefore(now);
        return tooMany || tooOld;
    }
}
