package dev.aiwm.command.schedule;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.command.CreateSchedule;
import dev.aiwm.contracts.schedule.command.DeleteSchedule;
import dev.aiwm.contracts.schedule.command.UpdateSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleRedirected;
import dev.aiwm.contracts.schedule.event.ScheduleReinstated;
import dev.aiwm.contracts.schedule.event.ScheduleRenamed;
import dev.aiwm.contracts.schedule.event.ScheduleRetimed;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;
import dev.aiwm.contracts.schedule.timing.AfterTiming;
import dev.aiwm.contracts.schedule.timing.CronTiming;
import dev.aiwm.contracts.schedule.timing.OnceTiming;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.junit.jupiter.api.Test;

class ChangingAScheduleTest extends ScheduleSpecification {
    private static final Timing DAILY = new CronTiming("@daily", null);
    private static final SchedulePlan PLAN = plan(STOP, null);
    private static final ScheduleSuspended SUSPENDED = new ScheduleSuspended(SCHEDULE, null);

    private static CreateSchedule create(Timing timing) {
        return new CreateSchedule(SCHEDULE, "nightly", OWNER, timing, MissedRuns.SKIP, PLAN);
    }

    private static UpdateSchedule update(String name, Timing timing, boolean enabled) {
        return new UpdateSchedule(SCHEDULE, name, timing, MissedRuns.SKIP, PLAN, enabled, ANY);
    }

    @Test
    void a_schedule_begins_with_the_first_time_to_come() {
        given().when(create(HOURLY)).then(created(MissedRuns.SKIP));
        var after = new AfterTiming(90);
        given().when(create(after)).then(created(after, MissedRuns.SKIP, PLAN));
    }

    @Test
    void what_never_comes_is_refused() {
        given().when(create(new OnceTiming(NOW))).thenRejected(RejectionCode.VALIDATION_FAILED);
        given().when(create(new CronTiming("0 0 30 2 *", null)))
                .thenRejected(RejectionCode.VALIDATION_FAILED);
    }

    @Test
    void creating_it_again_changes_nothing_and_another_is_refused() {
        given(created(MissedRuns.SKIP)).when(create(HOURLY)).thenNothing();
        var other = new CreateSchedule(SCHEDULE, "other", OWNER, HOURLY, MissedRuns.SKIP, PLAN);
        given(created(MissedRuns.SKIP)).when(other).thenRejected(RejectionCode.ALREADY_EXISTS);
    }

    @Test
    void each_change_has_its_event_and_no_change_has_none() {
        var other = plan(new StartTask(), null);
        given(created(MissedRuns.SKIP)).when(update("nightly", HOURLY, true)).thenNothing();
        given(created(MissedRuns.SKIP))
                .when(
                        new UpdateSchedule(
                                SCHEDULE, "daily", DAILY, MissedRuns.RUN_ALL, other, true, ANY))
                .then(
                        new ScheduleRenamed(SCHEDULE, "daily"),
                        new ScheduleRedirected(SCHEDULE, other),
                        new ScheduleRetimed(
                                SCHEDULE,
                                DAILY,
                                MissedRuns.RUN_ALL,
                                DAILY.first(NOW).orElseThrow()));
    }

    @Test
    void another_policy_alone_moves_no_time() {
        given(created(MissedRuns.SKIP))
                .when(
                        new UpdateSchedule(
                                SCHEDULE, "nightly", HOURLY, MissedRuns.RUN_ONCE, PLAN, true, ANY))
                .then(new ScheduleRetimed(SCHEDULE, HOURLY, MissedRuns.RUN_ONCE, hour(1)));
    }

    @Test
    void a_suspended_schedule_has_no_time_until_it_is_wanted_again() {
        given(created(MissedRuns.SKIP)).when(update("nightly", HOURLY, false)).then(SUSPENDED);
        given(created(MissedRuns.SKIP), SUSPENDED)
                .when(update("nightly", DAILY, false))
                .then(new ScheduleRetimed(SCHEDULE, DAILY, MissedRuns.SKIP, null));
        clock.set(hour(5).plusSeconds(1));
        given(created(MissedRuns.SKIP), SUSPENDED)
                .when(update("nightly", HOURLY, true))
                .then(new ScheduleReinstated(SCHEDULE, hour(6)));
    }

    @Test
    void only_the_version_that_the_caller_saw_is_changed() {
        given(created(MissedRuns.SKIP))
                .when(new UpdateSchedule(SCHEDULE, "daily", HOURLY, MissedRuns.SKIP, PLAN, true, 7))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
        given(created(MissedRuns.SKIP))
                .when(new DeleteSchedule(SCHEDULE, 7))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void what_is_deleted_stays_so() {
        var deleted = new ScheduleDeleted(SCHEDULE);
        given(created(MissedRuns.SKIP)).when(new DeleteSchedule(SCHEDULE, ANY)).then(deleted);
        given(created(MissedRuns.SKIP), deleted)
                .when(new DeleteSchedule(SCHEDULE, ANY))
                .thenNothing();
        given(created(MissedRuns.SKIP), deleted)
                .when(update("daily", HOURLY, true))
                .thenRejected(RejectionCode.NOT_FOUND);
    }
}
