package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;

@Command(
        name = "stop",
        description = "Stop running resources",
        footer = {"", "Examples:", "  aiwm stop web db --wait", "  aiwm stop vm-1 --grace 2m"})
public final class Stop extends ActThatEnds {
    @Override
    String word() {
        return "stop";
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/stop", body());
    }
}
