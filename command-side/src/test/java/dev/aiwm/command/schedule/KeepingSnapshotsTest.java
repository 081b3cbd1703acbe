package dev.aiwm.command.schedule;

import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.command.RecordRetirementEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduledSnapshot;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotGone;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotRetired;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotStayed;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotTaken;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.stream.IntStream;

class KeepingSnapshotsTest extends ScheduleSpecification {

    private static SnapshotId snapshot(int number) {
        return SnapshotId.of(String.format("%024x", 0x5000 + number));
    }

    /** A run made one; the resource has these by now. */
    private static RecordScheduledSnapshot made(int number, int... present) {
        return new RecordScheduledSnapshot(
                SCHEDULE,
                RESOURCE,
                snapshot(number),
                IntStream.of(present).mapToObj(KeepingSnapshotsTest::snapshot).toList());
    }

    private static ScheduledSnapshotTaken taken(int number) {
        return new ScheduledSnapshotTaken(SCHEDULE, RESOURCE, snapshot(number));
    }

    private static ScheduledSnapshotRetired retired(int number, int attempt) {
        String part = snapshot(number).value() + "/" + attempt;
        return new ScheduledSnapshotRetired(
                SCHEDULE, RESOURCE, snapshot(number), BulkId.of(SCHEDULE, part), OWNER);
    }

    private static ScheduledSnapshotGone gone(int number) {
        return new ScheduledSnapshotGone(SCHEDULE, RESOURCE, snapshot(number));
    }

    private static RecordRetirementEnded deleted(int number) {
        return new RecordRetirementEnded(SCHEDULE, RESOURCE, snapshot(number), null);
    }

    @Test
    void the_oldest_goes_once_there_is_a_newer_one_too_many() {
        given(keeping(2, null)).when(made(1, 1)).then(taken(1));
        given(keeping(2, null), taken(1)).when(made(2, 1, 2)).then(taken(2));
        given(keeping(2, null), taken(1), taken(2))
                .when(made(3, 1, 2, 3))
                .then(taken(3), retired(1, 0));
    }

    @Test
    void those_of_others_are_not_counted() {
        given(keeping(2, null), taken(1)).when(made(2, 1, 2, 70, 71, 72)).then(taken(2));
    }

    @Test
    void one_goes_at_a_time() {
        given(keeping(1, null), taken(1), taken(2))
                .when(made(3, 1, 2, 3))
                .then(taken(3), retired(1, 0));
        given(keeping(1, null), taken(1), taken(2), taken(3), retired(1, 0))
                .when(made(4, 1, 2, 3, 4))
                .then(taken(4));
        given(keeping(1, null), taken(1), taken(2), taken(3), retired(1, 0))
                .when(deleted(1))
                .then(gone(1), retired(2, 0));
        given(keeping(1, null), taken(2), taken(3), retired(2, 0)).when(deleted(2)).then(gone(2));
    }

    @Test
    void what_others_have_deleted_does_not_count() {
        given(keeping(2, null), taken(1), taken(2)).when(made(3, 1, 3)).then(gone(2), taken(3));
    }

    @Test
    void what_cannot_be_deleted_stays_until_the_next_run_and_is_asked_for_anew() {
        var failure = failure("OPERATION_IN_PROGRESS");
        var stayed = new ScheduledSnapshotStayed(SCHEDULE, RESOURCE, snapshot(1), failure);
        given(keeping(1, null), taken(1), taken(2), retired(1, 0))
                .when(new RecordRetirementEnded(SCHEDULE, RESOURCE, snapshot(1), failure))
                .then(stayed);
        given(keeping(1, null), taken(1), taken(2), retired(1, 0), stayed)
                .when(made(3, 1, 2, 3))
                .then(taken(3), retired(1, 1));
    }

    @Test
    void what_is_too_old_goes_but_never_the_newest() {
        clock.set(Instant.now().plusSeconds(3_600));
        given(keeping(null, 600L)).when(made(1, 1)).then(taken(1));
        given(keeping(null, 600L), taken(1)).when(made(2, 1, 2)).then(taken(2), retired(1, 0));
        given(keeping(null, 600L), taken(1), taken(2), retired(1, 0))
                .when(deleted(1))
                .then(gone(1));
    }

    @Test
    void a_repeated_report_is_no_news() {
        given(keeping(2, null), taken(1)).when(made(1, 1)).thenNothing();
        given(keeping(2, null), taken(1)).when(deleted(1)).thenNothing();
    }

    @Test
    void who_keeps_everything_remembers_nothing() {
        given(created(MissedRuns.SKIP)).when(made(1, 1)).thenNothing();
    }

    @Test
    void a_deleted_schedule_lets_nothing_go_any_more() {
        given(keeping(1, null), taken(1), new ScheduleDeleted(SCHEDULE))
                .when(made(2, 1, 2))
                .then(taken(2));
    }
}
