package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;

@Command(
        name = "pause",
        description = "Pause running resources; they keep all that they claim",
        footer = {"", "Examples:", "  aiwm pause vm-1"})
public final class Pause extends Act {

    @Override
    String word() {
        return "pause";
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/pause", body());
    }
}
