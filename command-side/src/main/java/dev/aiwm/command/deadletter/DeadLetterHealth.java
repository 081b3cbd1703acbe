package dev.aiwm.command.deadletter;

import dev.aiwm.support.deadletter.DeadLetter;
import dev.aiwm.support.deadletter.DeadLetterStore;
import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Something put aside is work that nobody does until somebody looks. */
@Component
class DeadLetterHealth implements HealthPart {
    private final DeadLetterStore letters;

    DeadLetterHealth(DeadLetterStore letters, MeterRegistry registry) {
        this.letters = letters;
        Gauge.builder("aiwm.dead.letters", letters, store -> store.all().size())
                .description("Events that sagas and policies have put aside")
                .register(registry);
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public PartHealth check() {
        List<DeadLetter> all = letters.all();
        long waiting = all.stream().filter(DeadLetter::waits).count();
        return new PartHealth(
                all.isEmpty() ? PartHealth.Status.UP : PartHealth.Status.DEGRADED,
                Map.of("failed", all.size() - waiting, "waiting", waiting));
    }
}
