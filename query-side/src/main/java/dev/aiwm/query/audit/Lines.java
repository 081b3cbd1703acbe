package dev.aiwm.query.audit;

import dev.aiwm.web.request.TrailParameters;
import dev.aiwm.web.request.TrailParameters.Form;

import jakarta.servlet.http.HttpServletResponse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Writes all that matches as JSON Lines or as CSV, part by part. */
final class Lines {
    private static final int PART = 500;
    private static final List<String> COLUMNS =
            List.of(
                    "position",
                    "timestamp",
                    "entity",
                    "id",
                    "type",
                    "version",
                    "eventId",
                    "actor",
                    "actorName",
                    "origin",
                    "organisation",
                    "reason",
                    "correlationId",
                    "causationId",
                    "changes");

    private final Entries entries;
    private final Form form;

    Lines(Entries entries, Form form) {
        this.entries = entries;
        this.form = form;
    }

    void write(TrailParameters wish, Walk walk, HttpServletResponse response) throws IOException {
        long place = Pages.start(wish);
        response.setContentType(form.mediaType());
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8))) {
            if (form == Form.CSV) {
                out.write(String.join(",", COLUMNS) + "\r\n");
            }
            Long next = place;
            while (next != null) {
                next = part(walk.next(next, wish.newestFirst(), PART), out);
            }
        }
    }

    private Long part(Walk.Found found, Writer out) throws IOException {
        for (Walk.Item item : found.items()) {
            out.write(form == Form.CSV ? row(item.entry()) : entries.line(item.entry()) + "\n");
        }
        if (found.items().size() < PART) {
            return found.reached();
        }
        return found.items().get(PART - 1).place();
    }

    private String row(TrailEntry it) {
        var cells =
                new Object[] {
                    it.position(),
                    it.timestamp().truncatedTo(ChronoUnit.MILLIS),
                    it.entity(),
                    it.id(),
                    it.type(),
                    it.version(),
                    it.eventId(),
                    it.actor(),
                    it.actorName(),
                    it.origin(),
                    it.organisation(),
                    it.reason(),
                    it.correlationId(),
                    it.causationId(),
                    it.changes() == null ? null : entries.line(it.changes())
                };
        var row = new StringBuilder();
        for (Object cell : cells) {
            row.append(row.isEmpty() ? "" : ",").append(quoted(Objects.toString(cell, "")));
        }
        return row.append("\r\n").toString();
    }

    /** What a spreadsheet would take for a formula is marked as text. */
    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        String text = formula ? "'" + cell : cell;
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
