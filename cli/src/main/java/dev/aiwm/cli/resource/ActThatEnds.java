package dev.aiwm.cli.resource;

import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

/** An action that ends what runs: by asking it to, and then by force. */
abstract class ActThatEnds extends Act {
    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "how long it may take to end by itself")
    private String grace;

    @Option(names = "--force", description = "at once, without asking it to end")
    private boolean force;

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
}
