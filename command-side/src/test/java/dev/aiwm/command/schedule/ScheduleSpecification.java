package dev.aiwm.command.schedule;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.bulk.task.StopTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.command.MeetSchedule;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;
import dev.aiwm.contracts.schedule.command.ScheduleCommand;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.contracts.schedule.timing.CronTiming;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The words in which tests speak of a schedule, which comes each hour if they do not say more. */
abstract class ScheduleSpecification {
    static final ScheduleId SCHEDULE = ScheduleId.of("65a1b2c3d4e5f60718293a4b");
    static final ResourceId RESOURCE = Samples.resource(1);
    static final long ANY = -1;
    static final Timing HOURLY = new CronTiming("@hourly", "Europe/Vienna");
    static final ResourceTask STOP = new StopTask(false, 10L);

    final SetClock clock = new SetClock(NOW);
    private final AggregateTestFixture<Schedule> fixture =
            new AggregateTestFixture<>(Schedule.class);

    ScheduleSpecification() {
        fixture.registerInjectableResource((Clock) clock);
    }

    /** The next full hours from now; the first is number 1. */
    static Instant hour(int number) {
        return NOW.truncatedTo(ChronoUnit.HOURS).plus(number, ChronoUnit.HOURS);
    }

    static SchedulePlan plan(ResourceTask task, Retention retention) {
        return new SchedulePlan(new OneResource(RESOURCE), task, retention, 5);
    }

    static ScheduleCreated created(MissedRuns missed) {
        return created(HOURLY, missed, plan(STOP, null));
    }

    static ScheduleCreated created(Timing timing, MissedRuns missed, SchedulePlan plan) {
        return new ScheduleCreated(
                SCHEDULE, "nightly", OWNER, timing, missed, plan, timing.first(NOW).orElseThrow());
    }

    static ScheduleCreated keeping(Integer keep, Long maxAgeSeconds) {
        var task = new SnapshotTask("{schedule}-{date}-{time}", null);
        return created(HOURLY, MissedRuns.SKIP, plan(task, new Retention(keep, maxAgeSeconds)));
    }

    static ScheduleCame came(Instant next, Instant... waiting) {
        return new ScheduleCame(SCHEDULE, List.of(waiting), 0, null, next);
    }

    static ScheduleCame missed(int count, Instant last, Instant next, Instant... waiting) {
        return new ScheduleCame(SCHEDULE, List.of(waiting), count, last, next);
    }

    static BulkId bulk(Instant occurrence) {
        return BulkId.of(SCHEDULE, occurrence);
    }

    static ScheduleRunBegun begun(Instant occurrence) {
        return begun(bulk(occurrence), occurrence, RunTrigger.TIME, STOP);
    }

    static ScheduleRunBegun begun(
            BulkId bulkId, Instant occurrence, RunTrigger trigger, ResourceTask task) {
        return new ScheduleRunBegun(
                SCHEDULE,
                bulkId,
                occurrence,
                trigger,
                OWNER,
                new OneResource(RESOURCE),
                task,
                5,
                ExecutionId.of(bulkId, 0));
    }

    static ScheduleRunEnded ended(Instant occurrence) {
        return new ScheduleRunEnded(SCHEDULE, bulk(occurrence), RunOutcome.SUCCEEDED, null);
    }

    static RecordScheduleRunEnded end(Instant occurrence) {
        return end(occurrence, RunOutcome.SUCCEEDED, null);
    }

    static RecordScheduleRunEnded end(Instant occurrence, RunOutcome outcome, Failure failure) {
        return new RecordScheduleRunEnded(SCHEDULE, bulk(occurrence), outcome, failure);
    }

    Scenario given(ScheduleEvent... events) {
        return new Scenario(List.of(events));
    }

    final class Scenario {
        private final List<ScheduleEvent> events;

        private Scenario(List<ScheduleEvent> events) {
            this.events = events;
        }

        Outcome when(ScheduleCommand command) {
            var executor =
                    events.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(events);
            return new Outcome(executor.when(command));
        }

        /** The clock says that its time has come. */
        Outcome metAt(Instant now) {
            clock.set(now);
            return when(new MeetSchedule(SCHEDULE));
        }
    }

    static final class Outcome {
        private final ResultValidator<Schedule> result;

        private Outcome(ResultValidator<Schedule> result) {
            this.result = result;
        }

        void then(ScheduleEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void thenNothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void thenRejected(RejectionCode code) {
            result.expectNoEvents().expectException(Rejected.with(code));
        }
    }
}
