package dev.aiwm.command.whatif;

import dev.aiwm.command.placement.PlacementSettings;
import dev.aiwm.command.placement.Strategy;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.lines.LineWriter;
import dev.aiwm.web.lines.LongAnswer;
import dev.aiwm.web.lines.LongAnswer.Progress;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The past once more, with another fleet. */
@RestController
@Tag(name = "Audit")
class WhatIfController {
    private static final String PATH = "/api/audit/what-if";
    private static final int PAGE = 500;
    private static final int STEP = 10 * PAGE;

    private final EventLog log;
    private final PlacementSettings settings;
    private final Clock clock;
    private final LongAnswer answers;

    WhatIfController(EventLog log, PlacementSettings settings, Clock clock, JsonMapper json) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.answers = new LongAnswer(json, 1, "such a question is being answered already");
    }

    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "whatIf",
            summary = "Replay past requests under another policy or on another fleet",
            description =
                    "Takes the fleet as it was at `from`, changes what is asked for, and lets the"
                            + " product's own placement decide again on what was created up to `to`."
                            + " Nothing real happens. Requests that were refused at the time have left"
                            + " no event and are not replayed, and labels that a request selected nodes"
                            + " by are not kept with it. For a long stretch ask for"
                            + " application/x-ndjson: a line now and then tells the position reached,"
                            + " the last one the result. Needs the role admin.")
    WhatIfView whatIf(@Valid @RequestBody WhatIfRequest request, Caller caller) {
        caller.requireAdmin();
        Instant to = end(request);
        return answers.whole(progress -> answer(request, to, progress));
    }

    @PostMapping(path = PATH, produces = LineWriter.LINES)
    @Hidden
    void whatIfInLines(
            @Valid @RequestBody WhatIfRequest request,
            Caller caller,
            HttpServletResponse response) {
        caller.requireAdmin();
        Instant to = end(request);
        answers.lines(response, progress -> answer(request, to, progress));
    }

    /** Checked before the first line is out: afterwards there is no status to say it with. */
    private Instant end(WhatIfRequest request) {
        nodesAreNamed(request);
        Instant to = request.to() == null ? clock.instant() : request.to();
        if (!request.from().isBefore(to)) {
            throw InvalidRequest.of(
                    new FieldError("/from", FieldError.INVALID, "must be before to"));
        }
        return to;
    }

    private static void nodesAreNamed(WhatIfRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < request.addNodes().size(); i++) {
            WhatIfRequest.AddedNode added = request.addNodes().get(i);
            nodeIsNamed(added.nodeId(), "/addNodes/" + i + "/nodeId", errors);
            nodeIsNamed(added.like(), "/addNodes/" + i + "/like", errors);
        }
        for (int i = 0; i < request.removeNodes().size(); i++) {
            nodeIsNamed(request.removeNodes().get(i), "/removeNodes/" + i, errors);
        }
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
    }

    private static void nodeIsNamed(String id, String pointer, List<FieldError> errors) {
        try {
            NodeId.of(id);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(pointer, FieldError.INVALID, "is not the id of a node"));
        }
    }

    private WhatIfView answer(WhatIfRequest request, Instant to, Progress progress) {
        Strategy strategy =
                request.policy() == null
                        ? settings.strategy()
                        : Strategy.valueOf(request.policy().toUpperCase(Locale.ROOT));
        var replay = new Replay(request, strategy);
        Position start = log.positionAt(request.from());
        Position end = log.positionAt(to);
        LongConsumer reached = position -> progress.at(position, end.value());
        read(Position.START, start, replay::prepare, reached);
        replay.begin();
        read(start, end, replay::replay, reached);
        return replay.result(to, strategy);
    }

    private void read(
            Position after, Position to, Consumer<LoggedEvent> taker, LongConsumer reached) {
        Position position = after;
        while (to.isAfter(position)) {
            List<LoggedEvent> events = log.read(position, PAGE);
            if (events.isEmpty()) {
                return;
            }
            long before = position.value();
            for (LoggedEvent event : events) {
                position = event.position();
                if (position.isAfter(to)) {
                    return;
                }
                taker.accept(event);
            }
            if (position.value() / STEP > before / STEP) {
                reached.accept(position.value());
            }
        }
    }
}
