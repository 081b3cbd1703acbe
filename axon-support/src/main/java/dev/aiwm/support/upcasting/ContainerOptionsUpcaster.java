package dev.aiwm.support.upcasting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** A container's configuration had no options once: those that it does not have are none. */
final class ContainerOptionsUpcaster extends NextRevision {
    private static final Map<String, String> BEFORE =
            Map.of("ResourceCreated", "1", "ResourceReconfigured", "1", "StepDispatched", "1");

    private static final String CONTAINER = "application-container";
    private static final String OPTIONS = "options";

    ContainerOptionsUpcaster() {
        super(BEFORE);
    }

    @Override
    void supply(String event, JsonNode payload) {
        supply(payload);
    }

    private static void supply(JsonNode node) {
        if (node instanceof ObjectNode object
                && CONTAINER.equals(object.path("type").asString(""))
                && !object.has(OPTIONS)) {
            object.putNull(OPTIONS);
        }
        node.forEach(ContainerOptionsUpcaster::supply);
    }
}
