package dev.aiwm.cli.apply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Pattern;

/** What is shown of a new resource: not its secrets, which would stay in logs of scripts. */
final class Masked {
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(password|secret|token|credential|private|api_?key|passwd|pwd).*");

    private Masked() {}

    static JsonNode of(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var masked = object.objectNode();
        for (var entry : object.properties()) {
            boolean secret =
                    entry.getValue().path("secret").asBoolean(false)
                            || SECRET.matcher(entry.getKey()).matches();
            if (secret && !entry.getKey().equals("secret")) {
                masked.put(entry.getKey(), "***");
            } else {
                masked.set(entry.getKey(), of(entry.getValue()));
            }
        }
        return masked;
    }
}
