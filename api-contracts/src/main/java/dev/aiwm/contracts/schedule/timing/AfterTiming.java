package dev.aiwm.contracts.schedule.timing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Once, so many seconds after it is set. */
public record AfterTiming(long seconds) implements Timing {
    @Override
    public Optional<Instant> first(Instant now) {
        return Optional.of(now.plusSeconds(seconds));
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
