package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;

@Command(
        name = "restart",
        description = "Restart running resources",
        footer = {"", "Examples:", "  aiwm restart web --wait"})
public final class Restart extends ActThatEnds {
    @Override
    String word() {
        return "restart";
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/restart", body());
    }
}
