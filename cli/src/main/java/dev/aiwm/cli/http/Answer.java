package dev.aiwm.cli.http;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** What the server answered to a request that it did not refuse. */
public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
    private static final String EXECUTIONS = "/api/executions/";
    private static final int ACCEPTED = 202;

    /** The header, or null. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(e -> name.equalsIgnoreCase(e.getKey()))
                .map(e -> e.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    /** The execution that does the work, or null when there is none. */
    public String executionId() {
        var location = header("Location");
        if (location != null && location.contains(EXECUTIONS)) {
            return location.substring(location.indexOf(EXECUTIONS) + EXECUTIONS.length());
        }
        var id = body.path("executionId");
        return id.isString() ? id.asString() : null;
    }

    /** Whether work was begun, rather than nothing to do. */
    public boolean hasBegun() {
        return status == ACCEPTED;
    }
}
