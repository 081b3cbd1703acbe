package dev.aiwm.command.schedule;

import static dev.aiwm.command.sample.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.SentCommands;
import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;

import org.junit.jupiter.api.Test;

class DiscardingRunsTest extends ScheduleSpecification {
    private final SentCommands sent = new SentCommands(RecordScheduleRunEnded.class);
    private final DiscardedRuns runs = new DiscardedRuns(sent.commands(), new SetClock(NOW));

    @Test
    void a_run_that_never_begins_has_failed() {
        runs.discarded("when-schedule-decides-then-start-bulk", SentCommands.event(begun(hour(1))));
        assertFailed("its beginning");
    }

    @Test
    void a_run_whose_end_is_not_heard_has_failed() {
        var ended = new BulkEnded(bulk(hour(1)), BulkStatus.SUCCEEDED, SCHEDULE);
        runs.discarded("when-bulk-ends-then-schedule-knows", SentCommands.event(ended));
        assertFailed("its end");
    }

    private void assertFailed(String what) {
        assertThat(sent.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordScheduleRunEnded.class,
                        command -> {
                            assertThat(command.scheduleId()).isEqualTo(SCHEDULE);
                            assertThat(command.bulkId()).isEqualTo(bulk(hour(1)));
                            assertThat(command.outcome()).isEqualTo(RunOutcome.FAILED);
                            assertThat(command.failure().message()).startsWith(what);
                            assertThat(command.failure().code())
                                    .isEqualTo(RejectionCode.FAILED_BY_OPERATOR.name());
                        });
    }

    @Test
    void what_no_schedule_wanted_is_nobodys_run() {
        var ended = new BulkEnded(bulk(hour(1)), BulkStatus.SUCCEEDED, null);
        runs.discarded("when-bulk-ends-then-schedule-knows", SentCommands.event(ended));
        runs.discarded("another", SentCommands.event(begun(hour(1))));
        assertThat(sent.all()).isEmpty();
    }
}
