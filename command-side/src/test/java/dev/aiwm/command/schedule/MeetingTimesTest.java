package dev.aiwm.command.schedule;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.command.RunSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;
import dev.aiwm.contracts.schedule.timing.CronTiming;
import dev.aiwm.contracts.schedule.timing.OnceTiming;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class MeetingTimesTest extends ScheduleSpecification {
    private static final BulkId BY_HAND = BulkId.of("65a1b2c3d4e5f60718293a4c");

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "RUN_ONCE", "RUN_ALL"})
    void a_run_begins_in_time_whatever_the_policy(MissedRuns policy) {
        given(created(policy))
                .metAt(hour(1).plusSeconds(2))
                .then(came(hour(2), hour(1)), begun(hour(1)));
    }

    @Test
    void a_time_is_met_once_and_not_before_it_comes() {
        given(created(MissedRuns.SKIP)).metAt(hour(1).minusMillis(1)).thenNothing();
        given(created(MissedRuns.SKIP), came(hour(2), hour(1)), begun(hour(1)))
                .metAt(hour(1).plusSeconds(2))
                .thenNothing();
        given(created(MissedRuns.SKIP), came(hour(2), hour(1)), begun(hour(1)), ended(hour(1)))
                .metAt(hour(2).minusMillis(1))
                .thenNothing();
    }

    @Test
    void what_comes_once_does_not_come_again() {
        var once = created(new OnceTiming(hour(1)), MissedRuns.SKIP, plan(STOP, null));
        given(once).metAt(hour(1)).then(came(null, hour(1)), begun(hour(1)));
        given(once, came(null, hour(1)), begun(hour(1)), ended(hour(1)))
                .metAt(hour(9))
                .thenNothing();
    }

    @Test
    void missed_times_are_skipped() {
        given(created(MissedRuns.SKIP))
                .metAt(hour(3).plusSeconds(61))
                .then(missed(3, hour(3), hour(4)));
        given(created(MissedRuns.SKIP))
                .metAt(hour(3).plusSeconds(60))
                .then(missed(2, hour(2), hour(4), hour(3)), begun(hour(3)));
    }

    @Test
    void missed_times_are_made_up_for_once() {
        given(created(MissedRuns.RUN_ONCE))
                .metAt(hour(3).plusSeconds(600))
                .then(missed(2, hour(2), hour(4), hour(3)), begun(hour(3)));
    }

    @Test
    void missed_times_are_made_up_for_one_after_the_other() {
        var came = came(hour(4), hour(1), hour(2), hour(3));
        given(created(MissedRuns.RUN_ALL)).metAt(hour(3)).then(came, begun(hour(1)));
        given(created(MissedRuns.RUN_ALL), came, begun(hour(1)))
                .when(end(hour(1)))
                .then(ended(hour(1)), begun(hour(2)));
    }

    @Test
    void not_more_runs_are_made_up_for_than_a_day_has_hours() {
        Instant[] last =
                IntStream.rangeClosed(77, 100).mapToObj(i -> hour(i)).toArray(Instant[]::new);
        given(created(MissedRuns.RUN_ALL))
                .metAt(hour(100))
                .then(missed(76, hour(76), hour(101), last), begun(hour(77)));
    }

    @Test
    void years_of_minutes_are_not_counted_one_by_one() {
        var minutely =
                created(new CronTiming("* * * * *", null), MissedRuns.SKIP, plan(STOP, null));
        Instant years = NOW.plusSeconds(5L * 366 * 86_400);
        var timing = minutely.timing();
        Instant lastCounted = minutely.next().plusSeconds(60L * 9_999);
        given(minutely)
                .metAt(years)
                .then(missed(10_000, lastCounted, timing.first(years).orElseThrow()));
    }

    @Test
    void one_run_is_under_way_at_a_time() {
        ScheduleEvent[] busy = {created(MissedRuns.SKIP), came(hour(2), hour(1)), begun(hour(1))};
        given(busy).metAt(hour(2)).then(missed(1, hour(2), hour(3)));
        busy[0] = created(MissedRuns.RUN_ONCE);
        given(busy).metAt(hour(2)).then(came(hour(3), hour(2)));
        given(busy[0], busy[1], busy[2], came(hour(3), hour(2)))
                .metAt(hour(3))
                .then(missed(1, hour(2), hour(4), hour(3)));
        given(busy[0], busy[1], busy[2], came(hour(3), hour(2)))
                .when(end(hour(1)))
                .then(ended(hour(1)), begun(hour(2)));
    }

    @Test
    void a_report_of_another_run_is_no_news() {
        given(created(MissedRuns.SKIP)).when(end(hour(1))).thenNothing();
        given(created(MissedRuns.SKIP), came(hour(2), hour(1)), begun(hour(1)), ended(hour(1)))
                .when(end(hour(1), RunOutcome.FAILED, failure("BROKEN")))
                .thenNothing();
    }

    @Test
    void a_run_by_hand_needs_no_time_and_changes_none() {
        var begun = begun(BY_HAND, NOW, RunTrigger.USER, STOP);
        given(created(MissedRuns.SKIP)).when(new RunSchedule(SCHEDULE, BY_HAND, ANY)).then(begun);
        given(created(MissedRuns.SKIP), begun)
                .when(new RunSchedule(SCHEDULE, BY_HAND, ANY))
                .thenNothing();
        given(created(MissedRuns.SKIP), begun)
                .when(new RunSchedule(SCHEDULE, bulk(hour(1)), ANY))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
        given(created(MissedRuns.SKIP), new ScheduleSuspended(SCHEDULE, null))
                .when(new RunSchedule(SCHEDULE, BY_HAND, ANY))
                .then(begun);
    }

    @Test
    void what_is_suspended_or_deleted_does_not_come() {
        given(created(MissedRuns.SKIP), new ScheduleSuspended(SCHEDULE, null))
                .metAt(hour(1))
                .thenNothing();
        given(created(MissedRuns.SKIP), new ScheduleDeleted(SCHEDULE)).metAt(hour(1)).thenNothing();
        given(created(MissedRuns.SKIP), new ScheduleDeleted(SCHEDULE))
                .when(new RunSchedule(SCHEDULE, BY_HAND, ANY))
                .thenRejected(RejectionCode.NOT_FOUND);
    }

    @Test
    void a_schedule_whose_resource_is_gone_suspends_itself() {
        var gone = failure(RejectionCode.NOT_FOUND.name());
        given(created(MissedRuns.SKIP), came(hour(2), hour(1)), begun(hour(1)))
                .when(end(hour(1), RunOutcome.FAILED, gone))
                .then(
                        new ScheduleRunEnded(SCHEDULE, bulk(hour(1)), RunOutcome.FAILED, gone),
                        new ScheduleSuspended(SCHEDULE, "the resource is not there any more"));
    }

    /** In Vienna, which is an hour ahead of UTC in winter and two in summer. */
    @Test
    void names_are_filled_in_with_the_time_at_which_the_run_should_have_begun() {
        var named = keeping(3, null);
        var local = hour(1).atZone(HOURLY.zone());
        var task = new SnapshotTask("nightly-%tF-%<tH-00-00".formatted(local), null);
        given(named)
                .metAt(hour(1).plusSeconds(30))
                .then(
                        new ScheduleCame(SCHEDULE, List.of(hour(1)), 0, null, hour(2)),
                        begun(bulk(hour(1)), hour(1), RunTrigger.TIME, task));
    }
}
