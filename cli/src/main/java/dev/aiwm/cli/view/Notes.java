package dev.aiwm.cli.view;

import static dev.aiwm.cli.output.Cells.text;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;

/** What one should know of a thing beside its status. */
final class Notes {
    private Notes() {}

    static String ofResource(JsonNode resource) {
        var notes = new ArrayList<String>();
        var divergence = resource.path("divergence");
        if (divergence.isObject()) {
            notes.add(
                    "wanted %s, is %s"
                            .formatted(
                                    text(divergence.path("wanted")),
                                    text(divergence.path("actual"))));
        }
        var failure = resource.path("failure");
        if (failure.isObject()) {
            notes.add(text(failure.path("code")) + ": " + text(failure.path("message")));
        }
        if (!resource.path("fromNextStart").isEmpty()) {
            notes.add("takes its new configuration with the next start");
        }
        if (resource.path("simulated").asBoolean(false)) {
            notes.add("simulated");
        }
        return String.join("; ", notes);
    }

    static String ofNode(JsonNode node) {
        var notes = new ArrayList<String>();
        if (node.path("cordoned").asBoolean(false)) {
            notes.add(withReason("cordoned", node.path("cordonReason")));
        }
        if (node.path("fenced").asBoolean(false)) {
            notes.add(withReason("fenced", node.path("fenceReason")));
        }
        if (node.path("simulated").asBoolean(false)) {
            notes.add("simulated");
        }
        return String.join("; ", notes);
    }

    private static String withReason(String what, JsonNode reason) {
        return text(reason).isEmpty() ? what : what + " (" + text(reason) + ")";
    }
}
