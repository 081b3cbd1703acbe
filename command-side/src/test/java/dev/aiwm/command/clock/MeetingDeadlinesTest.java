package dev.aiwm.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.FoldedIndex;
import dev.aiwm.command.testing.RecordingCommands;
import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.testing.TestMongo;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.RestoreResource;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.support.lease.Leases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class MeetingDeadlinesTest {
    private static final ExecutionId EXECUTION = Samples.execution(1);
    private static final ResourceRef SUBJECT =
            new ResourceRef("container", Samples.resource(1).value());
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final TestMongo mongo = new TestMongo();
    private final FoldedIndex index = new FoldedIndex(DueProjection.definition(), mongo.database());
    private final RecordingCommands commands = new RecordingCommands();
    private final SettableClock clock = new SettableClock(Samples.NOW);
    private final DueClock dueClock = dueClock("this");

    @AfterEach
    void close() {
        mongo.close();
    }

    private DueClock dueClock(String replica) {
        var leases =
                new Leases(
                        mongo.database().getCollection("leases"),
                        replica,
                        Duration.ofSeconds(15),
                        clock);
        return new DueClock(
                new Deadlines(index), leases, commands, clock, new ClockSettings(INTERVAL));
    }

    @Test
    void a_deadline_is_met_when_it_is_due_and_not_before() {
        dispatched(0, 1, in(10));
        assertThat(dueClock.check()).isEqualTo(10_000);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(dueClock.check()).isEqualTo(1);
        assertThat(commands.all()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        dueClock.check();
        assertThat(commands.all()).containsExactly(new TimeOutStep(EXECUTION, 0, 1, false));
    }

    @Test
    void a_deadline_within_a_millisecond_is_never_met_too_early() {
        dispatched(0, 1, in(10).plusNanos(1));
        clock.advance(Duration.ofSeconds(10));
        dueClock.check();
        assertThat(commands.all()).isEmpty();
    }

    @Test
    void each_kind_of_deadline_has_its_command() {
        index.happened(EXECUTION, started(in(4)));
        dispatched(0, 1, in(3));
        index.happened(
                EXECUTION,
                new StepRetryScheduled(EXECUTION, 1, 2, false, Samples.failure("X"), in(2)));
        reserved(1, in(1));
        clock.advance(Duration.ofSeconds(5));
        dueClock.check();
        assertThat(commands.all())
                .as("in the order in which they were due")
                .containsExactly(
                        new ExpireReservation(Samples.NODE, Samples.resource(1)),
                        new RetryStep(EXECUTION, 1, 2),
                        new TimeOutStep(EXECUTION, 0, 1, false),
                        new TimeOutExecution(EXECUTION));
        assertThat(commands.messages())
                .allSatisfy(
                        message ->
                                assertThat(message.getMetaData())
                                        .containsEntry(MetadataKeys.ORIGIN, "clock")
                                        .containsEntry(MetadataKeys.CORRELATION_ID, "correlation"));
    }

    @Test
    void what_happened_in_time_is_not_timed_out() {
        index.happened(EXECUTION, started(in(4)));
        dispatched(0, 1, in(3));
        dispatched(1, 1, in(3));
        index.happened(EXECUTION, new StepSucceeded(EXECUTION, 0, 1, StepResult.EMPTY));
        reserved(1, in(1));
        index.happened(Samples.NODE, new ReservationConfirmed(Samples.NODE, Samples.resource(1)));
        reserved(2, in(1));
        index.happened(
                Samples.NODE, new CapacityReleased(Samples.NODE, Samples.resource(2), "over"));
        reserved(3, in(1));
        index.happened(Samples.NODE, new NodeRemoved(Samples.NODE));
        index.happened(
                EXECUTION,
                new ExecutionSucceeded(EXECUTION, ResourceAction.START, SUBJECT, StepResult.EMPTY));
        assertThat(index.all()).isEmpty();
    }

    @Test
    void an_execution_that_is_being_undone_is_not_timed_out() {
        index.happened(EXECUTION, started(in(4)));
        index.happened(EXECUTION, new CompensationStarted(EXECUTION, Samples.failure("X")));
        assertThat(index.all()).isEmpty();
    }

    @Test
    void a_new_attempt_has_a_new_deadline() {
        dispatched(0, 1, in(1));
        dispatched(0, 2, in(10));
        clock.advance(Duration.ofSeconds(5));
        dueClock.check();
        assertThat(commands.all()).isEmpty();
    }

    @Test
    void what_stays_due_is_tried_again_after_a_while_only() {
        dispatched(0, 1, in(1));
        commands.answering(
                command -> {
                    throw new IllegalStateException("the store is away");
                });
        clock.advance(Duration.ofSeconds(1));
        dueClock.check();
        dueClock.check();
        assertThat(commands.all()).hasSize(1);
        clock.advance(INTERVAL);
        dueClock.check();
        assertThat(commands.all()).hasSize(2);
    }

    @Test
    void one_that_is_refused_does_not_hold_up_the_others() {
        for (int step = 0; step < 3; step++) {
            dispatched(step, 1, in(1));
        }
        commands.answering(
                command -> {
                    throw new Rejection(RejectionCode.NOT_FOUND, "it is gone");
                });
        clock.advance(Duration.ofSeconds(1));
        dueClock.check();
        assertThat(commands.all()).hasSize(3);
    }

    @Test
    void only_the_replica_that_holds_the_lease_meets_deadlines() {
        dispatched(0, 1, in(1));
        clock.advance(Duration.ofSeconds(1));
        dueClock.check();
        var other = dueClock("other");
        other.check();
        assertThat(commands.all()).hasSize(1);
        dispatched(1, 1, in(1));
        clock.advance(Duration.ofSeconds(16));
        other.check();
        assertThat(commands.all(TimeOutStep.class)).hasSizeGreaterThan(1);
    }

    @Test
    void an_index_that_is_behind_meets_nothing() {
        dispatched(0, 1, in(1));
        clock.advance(Duration.ofSeconds(1));
        index.lag(1_000);
        dueClock.check();
        assertThat(commands.all()).isEmpty();
        index.lag(0);
        dueClock.check();
        assertThat(commands.all()).hasSize(1);
    }

    @Test
    void very_many_at_once_are_all_met() {
        IntStream.range(0, 1_000).forEach(step -> dispatched(step, 1, in(1)));
        commands.answering(
                command -> {
                    var over = (TimeOutStep) command;
                    index.happened(
                            EXECUTION,
                            new StepSucceeded(EXECUTION, over.step(), 1, StepResult.EMPTY));
                    return null;
                });
        clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            dueClock.check();
        }
        assertThat(commands.all()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void events_that_are_folded_twice_or_anew_give_the_same() {
        index.happened(EXECUTION, started(in(4)));
        dispatched(0, 1, in(3));
        index.happened(EXECUTION, new StepSucceeded(EXECUTION, 0, 1, StepResult.EMPTY));
        dispatched(1, 1, in(3));
        reserved(1, in(2));
        var before = index.all();
        for (int from = 0; from < 5; from++) {
            index.foldAgainFrom(from);
            assertThat(index.all()).isEqualTo(before);
        }
        index.rebuild();
        assertThat(index.all()).isEqualTo(before);
    }

    private static Instant in(long seconds) {
        return Samples.NOW.plusSeconds(seconds);
    }

    private void dispatched(int step, int attempt, Instant dueAt) {
        index.happened(
                EXECUTION,
                new StepDispatched(
                        EXECUTION,
                        step,
                        attempt,
                        false,
                        Samples.NODE,
                        SUBJECT,
                        new ContainerStart(Samples.resource(1)),
                        dueAt,
                        ExecutionOptions.USUAL_PRIORITY,
                        List.of()));
    }

    @Test
    void an_attempt_to_restore_waits_until_something_else_is_seen_or_wished() {
        var first = Samples.resource(1);
        var second = Samples.resource(2);
        index.happened(first, new ResourceRestorationScheduled(first, 2, in(1), "it stopped"));
        index.happened(second, new ResourceRestorationScheduled(second, 1, in(1), "it stopped"));
        index.happened(
                second,
                new ResourceObserved(
                        second,
                        new Observation(ObservedState.RUNNING, null, null, Samples.NOW),
                        null));
        clock.advance(Duration.ofSeconds(2));
        dueClock.check();
        assertThat(commands.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        RestoreResource.class,
                        restore -> {
                            assertThat(restore.resourceId()).isEqualTo(first);
                            assertThat(restore.attempt()).isEqualTo(2);
                        });
    }

    private void reserved(int resource, Instant until) {
        index.happened(
                Samples.NODE,
                new CapacityReserved(
                        Samples.NODE, Samples.resource(resource), "r", Samples.claims(), until));
    }

    private static ExecutionStarted started(Instant deadline) {
        return new ExecutionStarted(
                EXECUTION,
                "start",
                ResourceAction.START,
                SUBJECT,
                Samples.OWNER,
                List.of(),
                deadline);
    }
}
