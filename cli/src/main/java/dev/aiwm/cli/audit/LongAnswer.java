package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.ProgressBar;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** An answer that the server makes of the whole log, and tells meanwhile how far it is. */
final class LongAnswer {
    static final String LINES = "application/x-ndjson";
    private static final int CONFLICT = 409;

    private final Api api;
    private final Surroundings around;

    LongAnswer(Api api, Surroundings around) {
        this.api = api;
        this.around = around;
    }

    JsonNode get(String what, String path) {
        return ask(what, "GET", path, null);
    }

    JsonNode post(String what, String path, JsonNode body) {
        return ask(what, "POST", path, body);
    }

    private JsonNode ask(String what, String method, String path, JsonNode body) {
        var bar = new ProgressBar(around.err(), around.errIsTerminal());
        try (var in = api.stream(method, path, LINES, body);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var told = Json.MAPPER.readTree(line);
                if (told.path("result").isObject()) {
                    return told.path("result");
                }
                if (told.path("refusal").isObject()) {
                    throw new Refused(CONFLICT, told.path("refusal"));
                }
                long position = told.path("position").asLong(0);
                long last = Math.max(1, told.path("last").asLong(0));
                bar.show(what, (int) (100 * position / last), "at " + text(told.path("position")));
            }
        } catch (IOException | JacksonException e) {
            throw brokeOff();
        } finally {
            bar.end();
        }
        throw brokeOff();
    }

    private static Trouble brokeOff() {
        return new Trouble(ExitCode.UNAVAILABLE, "the answer broke off", "try again");
    }
}
