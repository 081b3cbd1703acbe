package dev.aiwm.support.sample;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.sample.CounterCommand.MoveAndReject;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterCommand.RaiseCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "every200Events")
@Revision("2")
class Counter {
    private static final int LIMIT = 1_000_000;

    @AggregateIdentifier private String counterId;
    private int value;

    Counter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    int open(OpenCounter command) {
        AggregateLifecycle.apply(new CounterOpened(command.counterId(), command.label()));
        return value;
    }

    @CommandHandler
    int move(MoveCounter command) {
        if (value + command.by() > LIMIT) {
            throw new Rejection(RejectionCode.CPU_EXHAUSTED, "too far");
        }
        AggregateLifecycle.apply(new CounterMoved(counterId, command.by()));
        return value;
    }

    @CommandHandler
    int raise(RaiseCounter command) {
        if (value < command.to()) {
            AggregateLifecycle.apply(new CounterMoved(counterId, command.to() - value));
        }
        return value;
    }

    @CommandHandler
    void moveAndReject(MoveAndReject command) {
        AggregateLifecycle.apply(new CounterMoved(counterId, command.by()));
        throw new Rejection(RejectionCode.GPU_TAKEN, "after all not");
    }

    @EventSourcingHandler
    void on(CounterEvent event) {
        counterId = event.counterId();
        if (event instanceof CounterMoved moved) {
            value += moved.by();
        }
    }
}
