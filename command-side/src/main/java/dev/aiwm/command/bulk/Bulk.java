package dev.aiwm.command.bulk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkFold;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.CancelBulk;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.command.StartBulk;
import dev.aiwm.contracts.bulk.event.BulkCancellationRequested;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkStarted;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

import java.time.Instant;
import java.util.Map;

/**
 * The same thing done to many resources, so many at a time and each of them once. What is not done
 * to one resource does not keep the others from it.
 *
 * <p>It always ends: each resource that has its turn either refuses or works, and work ends.
 */
@Aggregate(cache = "aggregateCache")
public class Bulk {
    @AggregateIdentifier private BulkId bulkId;
    private BulkState state;

    Bulk() {}

    /** Whoever repeats it after a crash may have found other resources: the first ones count. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    BulkState decide(StartBulk command) {
        if (state != null) {
            boolean repeated =
                    state.owner().userId().equals(command.owner().userId())
                            && state.task().equals(command.task());
            if (!repeated) {
                throw new Rejection(
                        RejectionCode.ALREADY_EXISTS, "there is another bulk operation of this id");
            }
            return state;
        }
        apply(
                new BulkStarted(
                        command.bulkId(),
                        command.task(),
                        command.owner(),
                        command.filter(),
                        command.targets(),
                        command.parallelism(),
                        command.scheduleId()));
        return carriedOn();
    }

    @CommandHandler
    BulkState decide(RecordBulkItemEnded command) {
        var item = state.items().get(command.item());
        if (item.status() != ItemStatus.RUNNING) {
            return state;
        }
        apply(itemEnded(command.item(), command.status(), command.failure()));
        return carriedOn();
    }

    @CommandHandler
    BulkState decide(CancelBulk command) {
        theVersionIsTheOneTheCallerSaw(command.expectedSequence());
        boolean cancelled =
                state.status() == BulkStatus.CANCELLING || state.status() == BulkStatus.CANCELLED;
        if (cancelled) {
            return command.force() ? lettingGo() : state;
        }
        if (state.status().isEnded()) {
            throw new Rejection(
                    RejectionCode.EXECUTION_ENDED,
                    "the bulk operation has ended",
                    Map.of("currentState", state.status().wire()));
        }
        String reason = command.reason() == null ? "cancelled" : command.reason();
        apply(new BulkCancellationRequested(bulkId, reason));
        return command.force() ? lettingGo() : carriedOn();
    }

    /** What became of those that have their turn is not waited for. */
    private BulkState lettingGo() {
        for (int i = 0; i < state.items().size(); i++) {
            if (state.items().get(i).status() == ItemStatus.RUNNING) {
                apply(itemEnded(i, ItemStatus.CANCELLED, null));
            }
        }
        return state.status().isEnded() ? state : carriedOn();
    }

    private BulkItemEnded itemEnded(int index, ItemStatus status, Failure failure) {
        var item = state.items().get(index);
        return new BulkItemEnded(
                bulkId,
                index,
                item.resourceId(),
                item.executionId(),
                status,
                failure,
                state.scheduleId());
    }

    private void theVersionIsTheOneTheCallerSaw(long expectedSequence) {
        if (expectedSequence >= 0 && expectedSequence != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the bulk operation has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", state.sequence()));
        }
    }

    private BulkState carriedOn() {
        long free = state.parallelism() - state.count(ItemStatus.RUNNING);
        for (int i = 0; i < state.items().size() && free > 0; i++) {
            var item = state.items().get(i);
            if (item.status() == ItemStatus.WAITING) {
                apply(
                        new BulkItemBegun(
                                bulkId,
                                i,
                                item.resourceId(),
                                ExecutionId.of(bulkId, i),
                                state.task(),
                                state.owner(),
                                state.scheduleId()));
                free--;
            }
        }
        if (state.items().stream().allMatch(item -> item.status().isEnded())) {
            apply(new BulkEnded(bulkId, outcome(), state.scheduleId()));
        }
        return state;
    }

    private BulkStatus outcome() {
        if (state.status() == BulkStatus.CANCELLING) {
            return BulkStatus.CANCELLED;
        }
        return state.items().stream().allMatch(item -> item.status().isGood())
                ? BulkStatus.SUCCEEDED
                : BulkStatus.FAILED;
    }

    @EventSourcingHandler
    void evolve(BulkEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = BulkFold.evolve(state, event, new EventFacts(sequence, timestamp));
        bulkId = state.bulkId();
    }
}
