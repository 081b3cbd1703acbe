package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;

@Command(
        name = "resume",
        description = "Let paused resources go on",
        footer = {"", "Examples:", "  aiwm resume vm-1"})
public final class Resume extends Act {

    @Override
    String word() {
        return "resume";
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/resume", body());
    }
}
