package dev.aiwm.command.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.ScheduleFold;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.command.CreateSchedule;
import dev.aiwm.contracts.schedule.command.DeleteSchedule;
import dev.aiwm.contracts.schedule.command.MeetSchedule;
import dev.aiwm.contracts.schedule.command.RecordRetirementEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduledSnapshot;
import dev.aiwm.contracts.schedule.command.RunSchedule;
import dev.aiwm.contracts.schedule.command.UpdateSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that is to be done at certain times, again and again or once.
 *
 * <p>Each time that comes leads to one run at most, however often it is met: whoever meets it finds
 * that the next time is another. One run is under way at a time; what becomes of times that come
 * meanwhile, or while nobody was there, its policy for missed runs says ({@link Occurrences}). It
 * may live for years, so it is snapshot.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "every200Events")
@Revision("1")
public class Schedule {
    @AggregateIdentifier private ScheduleId scheduleId;
    private ScheduleState state;

    Schedule() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ScheduleState decide(CreateSchedule command, Clock clock) {
        if (state != null) {
            boolean repeated =
                    state.owner().equals(command.owner())
                            && state.name().equals(command.name())
                            && state.plan().equals(command.plan());
            if (!repeated) {
                throw new Rejection(
                        RejectionCode.ALREADY_EXISTS, "there is another schedule of this id");
            }
            return state;
        }
        apply(
                new ScheduleCreated(
                        command.scheduleId(),
                        command.name(),
                        command.owner(),
                        command.timing(),
                        command.missedRuns(),
                        command.plan(),
                        Occurrences.first(command.timing(), clock.instant())));
        return state;
    }

    @CommandHandler
    ScheduleState decide(UpdateSchedule command, Clock clock) {
        theScheduleIsThere();
        theVersionIsTheOneTheCallerSaw(command.expectedSequence());
        return applied(ScheduleChanges.between(state, command, clock.instant()));
    }

    /** Whoever meets it a second time finds the next time another. */
    @CommandHandler
    ScheduleState decide(MeetSchedule command, Clock clock) {
        var now = clock.instant();
        if (state.next() == null || state.next().isAfter(now)) {
            return state;
        }
        apply(Occurrences.met(state, now));
        return carriedOn();
    }

    @CommandHandler
    ScheduleState decide(RunSchedule command, Clock clock) {
        theScheduleIsThere();
        if (state.run(command.bulkId()).isPresent()) {
            return state;
        }
        theVersionIsTheOneTheCallerSaw(command.expectedSequence());
        if (state.current() != null) {
            throw new Rejection(
                    RejectionCode.OPERATION_IN_PROGRESS,
                    "a run is under way",
                    Map.of("bulkId", state.current().value()));
        }
        apply(Runs.begun(state, command.bulkId(), clock.instant(), RunTrigger.USER));
        return state;
    }

    @CommandHandler
    ScheduleState decide(RecordScheduleRunEnded command) {
        if (!command.bulkId().equals(state.current())) {
            return state;
        }
        apply(
                new ScheduleRunEnded(
                        scheduleId, command.bulkId(), command.outcome(), command.failure()));
        if (state.enabled() && Runs.endsBecauseTheResourceIsGone(state, command.failure())) {
            apply(new ScheduleSuspended(scheduleId, "the resource is not there any more"));
        }
        return carriedOn();
    }

    @CommandHandler
    ScheduleState decide(RecordScheduledSnapshot command, Clock clock) {
        applied(Retirements.taken(state, command));
        return applied(Retirements.next(state, command.resourceId(), clock.instant()));
    }

    @CommandHandler
    ScheduleState decide(RecordRetirementEnded command, Clock clock) {
        var news = Retirements.ended(state, command);
        applied(news);
        boolean goesOn = !news.isEmpty() && command.failure() == null;
        return goesOn
                ? applied(Retirements.next(state, command.resourceId(), clock.instant()))
                : state;
    }

    @CommandHandler
    ScheduleState decide(DeleteSchedule command) {
        if (state.deletedAt() != null) {
            return state;
        }
        theVersionIsTheOneTheCallerSaw(command.expectedSequence());
        apply(new ScheduleDeleted(scheduleId));
        return state;
    }

    private void theScheduleIsThere() {
        if (state.deletedAt() != null) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no schedule " + scheduleId.value(),
                    Map.of("scheduleId", scheduleId.value()));
        }
    }

    private void theVersionIsTheOneTheCallerSaw(long expectedSequence) {
        if (expectedSequence >= 0 && expectedSequence != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the schedule has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", state.sequence()));
        }
    }

    private ScheduleState carriedOn() {
        if (state.current() == null && !state.waiting().isEmpty()) {
            apply(Runs.begun(state, state.waiting().get(0)));
        }
        return state;
    }

    private ScheduleState applied(List<? extends ScheduleEvent> events) {
        events.forEach(event -> apply(event));
        return state;
    }

    @EventSourcingHandler
    void evolve(ScheduleEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = ScheduleFold.evolve(state, event, new EventFacts(sequence, timestamp));
        scheduleId = state.scheduleId();
    }
}
