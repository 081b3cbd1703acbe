package dev.aiwm.query.past;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.Moments;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Finds the place in the log that a request means. */
@Component
public class Moment {
    private static final long NANOS_OF_MILLI = 999_999;

    private final EventLog log;

    Moment(EventLog log) {
        this.log = log;
    }

    public Position head() {
        return log.head();
    }

    /** When the event at a position happened. */
    public Optional<Instant> timeOf(Position position) {
        return position.value() == 0
                ? Optional.empty()
                : log.read(new Position(position.value() - 1), 1).stream()
                        .findFirst()
                        .map(LoggedEvent::timestamp);
    }

    /** Without a wish, the newest event. */
    public Position of(AsOf wish) {
        if (wish.at() != null) {
            return of(AsOf.AT, wish.at());
        }
        return wish.position() == null ? log.head() : position(AsOf.POSITION, wish.position());
    }

    /**
     * Where the log was at an instant. People see instants in milliseconds, so each is taken to the
     * end of its own.
     */
    public Position of(String parameter, String text) {
        Instant now = Instant.now();
        Instant instant = Moments.parse(parameter, text, now);
        if (instant.isAfter(now)) {
            throw InvalidRequest.parameter(parameter, "lies in the future");
        }
        return log.positionAt(instant.truncatedTo(ChronoUnit.MILLIS).plusNanos(NANOS_OF_MILLI));
    }

    public Position position(String parameter, String text) {
        try {
            Position position = Position.parse(text);
            if (!position.isAfter(log.head())) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.parameter(parameter, "must be a position that an answer named");
        }
        throw InvalidRequest.parameter(parameter, "lies in the future");
    }
}
