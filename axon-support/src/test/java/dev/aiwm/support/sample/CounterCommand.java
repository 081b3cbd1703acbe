package dev.aiwm.support.sample;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Commands to the aggregate that these tests use. */
public sealed interface CounterCommand {

    record OpenCounter(@TargetAggregateIdentifier String counterId, String label)
            implements CounterCommand {}

    record MoveCounter(@TargetAggregateIdentifier String counterId, int by)
            implements CounterCommand {}

    /** Does nothing to a counter that is there already, or farther. */
    record RaiseCounter(@TargetAggregateIdentifier String counterId, int to)
            implements CounterCommand {}

    /** Applies first and rejects then, as no aggregate should. */
    record MoveAndReject(@TargetAggregateIdentifier String counterId, int by)
            implements CounterCommand {}
}
