package dev.aiwm.web.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Asks every part, all at once and none for long; asking again at once gets the same answer. */
final class HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final ObjectProvider<HealthPart> parts;
    private final Executor executor;
    private final Clock clock;
    private volatile HealthView last;

    HealthCheck(ObjectProvider<HealthPart> parts, Executor executor, Clock clock) {
        this.parts = parts;
        this.executor = executor;
        this.clock = clock;
    }

    HealthView check() {
        HealthView known = last;
        Instant now = clock.instant();
        if (known != null && known.timestamp().plus(FRESH).isAfter(now)) {
            return known;
        }
        List<CompletableFuture<HealthView.Part>> asked =
                parts.orderedStream()
                        .sorted(Comparator.comparing(HealthPart::name))
                        .map(this::ask)
                        .toList();
        HealthView found = HealthView.of(now, asked.stream().map(CompletableFuture::join).toList());
        last = found;
        return found;
    }

    private CompletableFuture<HealthView.Part> ask(HealthPart part) {
        return CompletableFuture.supplyAsync(() -> answerOf(part), executor)
                .completeOnTimeout(
                        PartHealth.down("no answer within " + PATIENCE.toSeconds() + " s"),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS)
                .thenApply(health -> HealthView.Part.of(part.name(), health));
    }

    /** What a part fails with is for the log: the answer is public. */
    private static PartHealth answerOf(HealthPart part) {
        try {
            return part.check();
        } catch (RuntimeException e) {
            LOG.warn("Health of {} could not be found out", part.name(), e);
            return PartHealth.down(e.getClass().getSimpleName());
        }
    }
}
