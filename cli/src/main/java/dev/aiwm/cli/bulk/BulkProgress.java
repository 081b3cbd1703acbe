package dev.aiwm.cli.bulk;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.output.ProgressBar;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** Waits for a bulk operation and shows how far it is. */
public final class BulkProgress {
    static final Entity ITEM =
            new Entity(
                    List.of(
                            Column.of("NAME", i -> text(i.path("name"))),
                            Column.of("STATUS", i -> text(i.path("status"))),
                            Column.wide("ID", i -> text(i.path("resourceId"))),
                            Column.wide("EXECUTION", i -> text(i.path("executionId"))),
                            Column.optional("NOTES", i -> text(i.at("/error/message")))),
                    i -> text(i.path("resourceId")),
                    i -> text(i.path("name")));

    private static final long PAUSE_MS = 200;
    private static final int NOT_FOUND = 404;

    private final Api api;
    private final Surroundings around;
    private final Duration timeout;

    public BulkProgress(Api api, Surroundings around, Duration timeout) {
        this.api = api;
        this.around = around;
        this.timeout = timeout;
    }

    /** The operation as it ended, well or not. */
    public JsonNode await(String id) throws InterruptedException {
        var bar = new ProgressBar(around.err(), around.errIsTerminal());
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                var view = look(id);
                if (view.path("done").asBoolean(false)) {
                    return view;
                }
                bar.show(
                        text(view.at("/operation/action")),
                        view.path("progress").asInt(0),
                        text(view.at("/counts/running")) + " under way");
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            ExitCode.TIMEOUT,
                            id + " has not ended yet",
                            "it goes on; see: aiwm bulk wait " + id);
                }
                Thread.sleep(PAUSE_MS);
            }
        } finally {
            bar.end();
        }
    }

    /** What was promised a moment ago may not be told yet. */
    private JsonNode look(String id) {
        try {
            return api.get("/api/bulk-operations/" + part(id)).body();
        } catch (Refused e) {
            if (e.status() == NOT_FOUND) {
                return Json.object();
            }
            throw e;
        }
    }
}
