package dev.aiwm.cli.execution;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.ProgressBar;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** Waits for executions to end, shows how far they are, and sees what came of them settled. */
public final class Progress {
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 400;

    private static final int NOT_FOUND = 404;
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);

    private final long began = System.nanoTime();
    private final Api api;
    private final Surroundings around;
    private final Duration timeout;

    public Progress(Api api, Surroundings around, Duration timeout) {
        this.api = api;
        this.around = around;
        this.timeout = timeout;
    }

    /** The execution as it ended. When it ended otherwise than well, that is trouble. */
    public JsonNode await(String executionId) {
        var goesOn = new Thread(() -> tellThatItGoesOn(executionId));
        Runtime.getRuntime().addShutdownHook(goesOn);
        try {
            var execution = awaitEnd(executionId);
            awaitSettled(execution);
            return requireSuccess(execution);
        } finally {
            Runtime.getRuntime().removeShutdownHook(goesOn);
        }
    }

    private void tellThatItGoesOn(String executionId) {
        around.err().println();
        around.err().println("the work goes on; see it with: aiwm executions wait " + executionId);
        around.err().flush();
    }

    private JsonNode awaitEnd(String executionId) {
        var bar = new ProgressBar(around.err(), around.errIsTerminal());
        long end = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_PAUSE_MS;
        try {
            while (true) {
                var execution = look(executionId);
                if (execution.path("done").asBoolean(false)) {
                    return execution;
                }
                bar.show(
                        text(execution.path("name")),
                        execution.path("progress").asInt(0),
                        doing(execution));
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            ExitCode.TIMEOUT,
                            text(execution.path("name")) + " has not ended yet",
                            "it goes on; wait longer with: aiwm executions wait " + executionId);
                }
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            bar.end();
        }
    }

    /** How it is; one that was promised a moment ago may still have to begin. */
    private JsonNode look(String executionId) {
        try {
            return api.get("/api/executions/" + executionId).body();
        } catch (Refused e) {
            if (e.status() == NOT_FOUND && System.nanoTime() - began < BEGINS_WITHIN.toNanos()) {
                return Json.object();
            }
            throw e;
        }
    }

    /** The resource knows of the end a moment later, and until then it refuses what comes next. */
    private void awaitSettled(JsonNode execution) {
        if (text(execution.path("action")).equals("custom")) {
            return;
        }
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        try {
            while (!isSettled(execution) && System.nanoTime() < end) {
                Thread.sleep(FIRST_PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isSettled(JsonNode execution) {
        try {
            var path = "/api/resources/" + text(execution.path("resourceId")) + "/status";
            var status = api.get(path).body();
            return text(status.path("executionId")).equals(text(execution.path("executionId")))
                    && text(status.path("action")).isEmpty();
        } catch (Refused e) {
            return true;
        }
    }

    private static String doing(JsonNode execution) {
        return execution
                .path("steps")
                .valueStream()
                .filter(
                        s ->
                                text(s.path("status"))
                                        .matches(
                                                "dispatched|acknowledged|waiting-retry|compensating"))
                .map(s -> text(s.path("name")) + ": " + text(s.path("message")))
                .findFirst()
                .orElse("");
    }

    private static JsonNode requireSuccess(JsonNode execution) {
        var status = text(execution.path("status"));
        if (status.equals("succeeded")) {
            return execution;
        }
        var why = text(execution.at("/error/message"));
        throw new Trouble(
                ExitCode.FAILED,
                text(execution.path("name")) + " " + status + (why.isEmpty() ? "" : ": " + why),
                "see: aiwm describe execution " + text(execution.path("executionId")));
    }
}
