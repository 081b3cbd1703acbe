package dev.aiwm.support.sample;

import org.axonframework.serialization.Revision;

/** Events of the aggregate that these tests use. */
public sealed interface CounterEvent {
    String counterId();

    @Revision("1")
    record CounterOpened(String counterId, String label) implements CounterEvent {}

    @Revision("1")
    record CounterMoved(String counterId, int by) implements CounterEvent {}
}
