package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;

@Command(
        name = "start",
        description = "Start resources that are stopped or failed",
        footer = {"", "Examples:", "  aiwm start web --wait", "  aiwm start -l team=ml"})
public final class Start extends Act {

    @Override
    String word() {
        return "start";
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/start", body());
    }
}
