package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Answer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "stop",
        description = "Stop running resources",
        footer = {"", "Examples:", "  aiwm stop web db --wait", "  aiwm stop vm-1 --grace 2m"})
public final class Stop extends Act {
    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "how long it may take to end by itself")
    private String grace;

    @Option(names = "--force", description = "at once, without asking it to end")
    private boolean force;

    @Override
    String word() {
        return "stop";
    }

    @Override
    ObjectNode body() {
        var body = super.body();
        if (grace != null) {
            body.put("gracePeriodSeconds", duration(grace).toSeconds());
        }
        if (force) {
            body.put("force", true);
        }
        return body;
    }

    @Override
    Answer begin(String id) {
        return api().post("/api/resources/" + id + "/stop", body());
    }
}
