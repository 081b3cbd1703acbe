package dev.aiwm.command.health;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;

import org.springframework.stereotype.Component;

import java.util.Map;

/** The event store is well when it says where its log ends. */
@Component
class EventStoreHealth implements HealthPart {
    private final EventLog log;

    EventStoreHealth(EventLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "event-store";
    }

    @Override
    public PartHealth check() {
        return PartHealth.up(Map.of("position", log.head().toString()));
    }
}
