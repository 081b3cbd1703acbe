package dev.aiwm.command.whatif;

import dev.aiwm.command.placement.PlacementSettings;
import dev.aiwm.command.placement.Strategy;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The past once more, with another fleet. */
@RestController
@Tag(name = "Audit")
class WhatIfController {
    private static final int PAGE = 500;

    private final EventLog log;
    private final PlacementSettings settings;
    private final Clock clock;
    private final Semaphore room = new Semaphore(1);

    WhatIfController(EventLog log, PlacementSettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/api/audit/what-if")
    @Operation(
            operationId = "whatIf",
            summary = "Replay past requests under another policy or on another fleet",
            description =
                    "Takes the fleet as it was at `from`, changes what is asked for, and lets the"
                            + " product's own placement decide again on what was created up to `to`."
                            + " Nothing real happens. Requests that were refused at the time have left"
                            + " no event and are not replayed, and labels that a request selected nodes"
                            + " by are not kept with it. Needs the role admin.")
    WhatIfView whatIf(@Valid @RequestBody WhatIfRequest request, Caller caller) {
        caller.requireAdmin();
        Instant to = request.to() == null ? clock.instant() : request.to();
        if (!request.from().isBefore(to)) {
            throw InvalidRequest.of(
                    new FieldError("/from", FieldError.INVALID, "must be before to"));
        }
        if (!room.tryAcquire()) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_REQUESTS, "such a question is being answered already");
        }
        try {
            return answer(request, to);
        } finally {
            room.release();
        }
    }

    private WhatIfView answer(WhatIfRequest request, Instant to) {
        Strategy strategy =
                request.policy() == null
                        ? settings.strategy()
                        : Strategy.valueOf(request.policy().toUpperCase(Locale.ROOT));
        var replay = new Replay(request, strategy);
        Position start = log.positionAt(request.from());
        Position end = log.positionAt(to);
        read(Position.START, start, replay::prepare);
        replay.begin();
        read(start, end, replay::replay);
        return replay.result(to, strategy);
    }

    private void read(Position after, Position to, Consumer<LoggedEvent> taker) {
        Position position = after;
        while (to.isAfter(position)) {
            List<LoggedEvent> events = log.read(position, PAGE);
            if (events.isEmpty()) {
                return;
            }
            for (LoggedEvent event : events) {
                position = event.position();
                if (position.isAfter(to)) {
                    return;
                }
                taker.accept(event);
            }
        }
    }
}
