package dev.aiwm.rules.planted;

import org.axonframework.modelling.command.AggregateRoot;

import java.time.Instant;

@AggregateRoot
public class ImpureAggregate {
    Instant decide() {
        return Instant.now();
    }
}
