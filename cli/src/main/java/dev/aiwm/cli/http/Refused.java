package dev.aiwm.cli.http;

import tools.jackson.databind.JsonNode;

/** The server answered with a problem document, or with an error that is none. */
public final class Refused extends RuntimeException {
    private final int status;
    private final transient JsonNode problem;

    public Refused(int status, JsonNode problem) {
        super(textOf(status, problem));
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public JsonNode problem() {
        return problem;
    }

    public String code() {
        return problem.path("code").asString("");
    }

    private static String textOf(int status, JsonNode problem) {
        var detail = problem.path("detail").asString("");
        if (!detail.isEmpty()) {
            return detail;
        }
        var title = problem.path("title").asString("");
        return title.isEmpty() ? "the server answered with status " + status : title;
    }
}
