package dev.aiwm.query.telemetry;

import dev.aiwm.contracts.telemetry.Resolution;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.Moments;

import java.time.Duration;
import java.time.Instant;

/** Which while is asked for, and how finely. */
record Span(Instant from, Instant to, Duration step, Resolution resolution) {
    private static final Duration DEFAULT = Duration.ofHours(1);

    /** Instants, or how long ago; all may be absent: the last hour, as finely as it is kept. */
    static Span of(String from, String to, String step, Instant now) {
        Instant end = to == null ? now : Moments.parse("to", to, now);
        Instant begin = from == null ? end.minus(DEFAULT) : Moments.parse("from", from, now);
        if (!begin.isBefore(end)) {
            throw InvalidRequest.parameter("from", "must be before to");
        }
        Duration wanted = step == null ? null : duration(step);
        Resolution resolution =
                begin.isBefore(now.minus(Resolution.FINE.kept()))
                        ? Resolution.COARSE
                        : Resolution.FINE;
        Duration used =
                wanted == null || wanted.compareTo(resolution.step()) < 0
                        ? resolution.step()
                        : wanted;
        Instant oldest = now.minus(resolution.kept());
        Instant kept = begin.isBefore(oldest) ? oldest : begin;
        return new Span(kept.isBefore(end) ? kept : end, end, used, resolution);
    }

    private static Duration duration(String text) {
        try {
            Duration step = Moments.length(text);
            if (step.toSeconds() > 0) {
                return step;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw InvalidRequest.parameter("step", "must be a time like 30s or 5m");
    }
}
