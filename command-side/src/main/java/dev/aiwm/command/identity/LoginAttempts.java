package dev.aiwm.command.identity;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.MostRecent;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Slows down whoever tries passwords out: a few failures a minute from one address, no more. */
@Component
class LoginAttempts {
    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new MostRecent<>(MOST_ADDRESSES);

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized void requireFewFailures(String address) {
        Deque<Instant> recent = failures.get(address);
        if (recent == null) {
            return;
        }
        Instant before = clock.instant().minus(WINDOW);
        while (!recent.isEmpty() && recent.peekFirst().isBefore(before)) {
            recent.removeFirst();
        }
        if (recent.size() >= FAILURES) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_REQUESTS, "too many failed logins; wait a minute");
        }
    }

    synchronized void failed(String address) {
        failures.computeIfAbsent(address, first -> new ArrayDeque<>()).addLast(clock.instant());
    }
}
