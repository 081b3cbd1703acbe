package dev.aiwm.benchmarks;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The smallest aggregate there is, for the bare program. */
@Aggregate
class Thing {
    @AggregateIdentifier String id;

    /** Asks for one. */
    record Make(@TargetAggregateIdentifier String id, String content) {}

    /** It is there. */
    record Made(String id, String content) {}

    Thing() {}

    @CommandHandler
    Thing(Make command) {
        AggregateLifecycle.apply(new Made(command.id(), command.content()));
    }

    @EventSourcingHandler
    void on(Made event) {
        id = event.id();
    }
}
