package dev.aiwm.cli.apply;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.execution.Progress;
import dev.aiwm.cli.http.Answer;
import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.verb.Waiting;

import java.util.Map;

/** Does what was planned, and tells what it did. */
final class Execution {
    private final Api api;
    private final Surroundings around;
    private final Waiting waiting;

    Execution(Api api, Surroundings around, Waiting waiting) {
        this.api = api;
        this.around = around;
        this.waiting = waiting;
    }

    void create(Plan plan) {
        var answer = api.post("/api/resources", plan.manifest().wanted());
        boolean stopped = "stopped".equals(plan.manifest().status());
        if (stopped || waiting.wanted()) {
            await(answer);
        }
        if (stopped) {
            var stop = api.post(path(text(answer.body().path("_id"))) + "/stop", Json.object());
            awaitIfWanted(stop);
        }
        tell(
                plan,
                stopped ? "created, and stopped" : waiting.wanted() ? "created" : "creation begun");
    }

    void change(Plan plan) {
        var path = path(text(plan.current().path("_id")));
        if (plan.stop()) {
            var stop = api.post(path + "/stop", Json.object());
            if (!plan.patch().isEmpty() || plan.start()) {
                await(stop);
            } else {
                awaitIfWanted(stop);
            }
        }
        if (!plan.patch().isEmpty()) {
            patch(plan, path);
        }
        if (plan.start()) {
            awaitIfWanted(api.post(path + "/start", Json.object()));
        }
        tell(plan, plan.interrupts() ? "stopped, changed and started" : "changed");
    }

    /** Only if nobody has changed it since it was compared; a stop of our own does not count. */
    private void patch(Plan plan, String path) {
        var version = plan.current().path("version").asLong();
        var headers =
                plan.stop() ? Map.<String, String>of() : Map.of("If-Match", "\"" + version + "\"");
        var answer = api.patch(path, plan.patch(), headers);
        if (plan.start()) {
            await(answer);
        } else {
            awaitIfWanted(answer);
        }
    }

    private void awaitIfWanted(Answer answer) {
        if (waiting.wanted()) {
            await(answer);
        }
    }

    private void await(Answer answer) {
        boolean begun = answer.hasBegun() || answer.status() == 201;
        if (begun && answer.executionId() != null) {
            new Progress(api, around, waiting.timeout()).await(answer.executionId());
        }
    }

    private static String path(String id) {
        return "/api/resources/" + id;
    }

    private void tell(Plan plan, String done) {
        around.out().println(plan.manifest().name() + ": " + done);
        around.out().flush();
    }
}
