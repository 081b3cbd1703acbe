package dev.aiwm.cli.http;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** What the server answered to a request that it did not refuse. */
public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
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
        var id = body.path("executionId");
        return id.isString() ? id.asString() : null;
    }
}
