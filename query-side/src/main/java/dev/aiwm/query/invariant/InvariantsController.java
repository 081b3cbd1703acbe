package dev.aiwm.query.invariant;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.lines.LineWriter;
import dev.aiwm.web.lines.LongAnswer;
import dev.aiwm.web.lines.LongAnswer.Progress;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Whether what must always hold always held. */
@RestController
@Tag(name = "Audit")
class InvariantsController {
    private static final String PATH = "/api/audit/invariants";
    private static final int PAGE = 500;
    private static final int STEP = 10 * PAGE;

    private final EventLog log;
    private final LongAnswer answers;

    InvariantsController(EventLog log, JsonMapper json) {
        this.log = log;
        this.answers = new LongAnswer(json, 1, "such a check is under way already");
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "checkInvariants",
            summary = "Check that nothing ever had two owners, and that sums were always right",
            description =
                    "Replays the log from its first event: at no position did two resources have a"
                            + " GPU, a MIG slice, an address of a VLAN or a port of a node at once, and"
                            + " nothing was claimed that was not there. For a long log ask for"
                            + " application/x-ndjson: a line now and then tells the position reached,"
                            + " the last one the result. Needs the role admin.")
    InvariantsView check(Caller caller) {
        caller.requireAdmin();
        return answers.whole(this::replay);
    }

    @GetMapping(path = PATH, produces = LineWriter.LINES)
    @Hidden
    void checkInLines(Caller caller, HttpServletResponse response) {
        caller.requireAdmin();
        answers.lines(response, this::replay);
    }

    private InvariantsView replay(Progress progress) {
        var invariants = new LedgerInvariants();
        Position head = log.head();
        Position position = Position.START;
        while (head.isAfter(position)) {
            List<LoggedEvent> events = log.read(position, PAGE);
            if (events.isEmpty()) {
                break;
            }
            events.forEach(invariants::take);
            Position before = position;
            position = events.get(events.size() - 1).position();
            if (position.value() / STEP > before.value() / STEP) {
                progress.at(position.value(), head.value());
            }
        }
        return invariants.result();
    }
}
