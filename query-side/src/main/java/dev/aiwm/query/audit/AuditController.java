package dev.aiwm.query.audit;

import dev.aiwm.query.listing.Words;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.TrailParameters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;

/** Everything that happened, and what was behind it. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "The past")
class AuditController {
    private static final int LONGEST_TEXT = 200;

    private final Trail trail;
    private final EventLog log;
    private final Entries entries;
    private final TrailAnswers answers;
    private final Causes causes;

    AuditController(
            Trail trail, EventLog log, Entries entries, TrailAnswers answers, Causes causes) {
        this.trail = trail;
        this.log = log;
        this.entries = entries;
        this.answers = answers;
        this.causes = causes;
    }

    @GetMapping
    @Operation(
            operationId = "listAudit",
            summary = "Get everything that happened",
            description =
                    "Every event of every entity with who or what caused it; every given filter"
                            + " must match. Administrators see all, others what is of their"
                            + " organisation. Where much was looked at a page may be short: go on"
                            + " with its `nextCursor`. Nothing of it can be changed or deleted.")
    ResponseEntity<TrailPage> list(
            TrailParameters wish,
            @Parameter(description = "Kinds of entity", example = "resource,node")
                    @RequestParam(required = false)
                    List<String> entity,
            @Parameter(description = "Of this organisation, or at the request of one of it")
                    @RequestParam(required = false)
                    String organisation,
            @Parameter(
                            description =
                                    "Concerning this resource: its own events, its claims and"
                                            + " its executions")
                    @RequestParam(required = false)
                    String resource,
            @Parameter(description = "Concerning this node") @RequestParam(required = false)
                    String node,
            @Parameter(description = "In what the event says, in any case", example = "disk")
                    @RequestParam(required = false)
                    String text,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            throw InvalidRequest.parameter("text", "must be 1 to " + LONGEST_TEXT + " characters");
        }
        var filter =
                new AuditFilter(wish, caller, kinds(entity), organisation, resource, node, text);
        var walk = new AuditWalk(filter, trail, log, entries);
        return answers.of(walk, wish, caller, response);
    }

    private static List<String> kinds(List<String> entities) {
        return Words.constants("entity", entities, Subject.Kind.class, Subject.Kind::wire).stream()
                .map(Subject.Kind::wire)
                .toList();
    }

    @GetMapping("/causes/{id}")
    @Operation(
            operationId = "getCauses",
            summary = "Get what caused something, and what it caused",
            description =
                    "The id is that of an event, of a message or of a request (its correlation"
                            + " id). Up: why did this happen? Down: what did it lead to? Requests,"
                            + " commands, events, messages to nodes and their reports, with times.")
    CausesView causes(@PathVariable String id, Caller caller) {
        return causes.of(id, caller);
    }
}
