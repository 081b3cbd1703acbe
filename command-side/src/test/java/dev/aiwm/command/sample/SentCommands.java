package dev.aiwm.command.sample;

import dev.aiwm.command.dispatch.Commands;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

import java.util.ArrayList;
import java.util.List;

/** A command bus that takes note of what it is sent, and does nothing. */
public final class SentCommands {
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<Object> sent = new ArrayList<>();

    public SentCommands(Class<?>... kinds) {
        for (Class<?> kind : kinds) {
            bus.subscribe(kind.getName(), message -> sent.add(message.getPayload()));
        }
    }

    public Commands commands() {
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
    }

    public List<Object> all() {
        return List.copyOf(sent);
    }

    /** An event as a processor has it. */
    public static DomainEventMessage<?> event(Object payload) {
        return new GenericDomainEventMessage<>("Test", "1", 0, payload);
    }
}
