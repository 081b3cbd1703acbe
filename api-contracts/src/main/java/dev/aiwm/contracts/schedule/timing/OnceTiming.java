package dev.aiwm.contracts.schedule.timing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** At an instant. */
public record OnceTiming(Instant at) implements Timing {
    public OnceTiming {
        requireNonNull(at, "at is null");
    }

    @Override
    public Optional<Instant> first(Instant now) {
        return at.isAfter(now) ? Optional.of(at) : Optional.empty();
    }

    @Override
    public Optional<Instant> following(Instant occurrence) {
        return Optional.empty();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
