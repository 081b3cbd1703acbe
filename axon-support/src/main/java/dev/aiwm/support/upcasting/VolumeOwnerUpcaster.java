package dev.aiwm.support.upcasting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Who a container is made for was not told to nodes once: it is not known of those commands. */
final class VolumeOwnerUpcaster extends NextRevision {
    /** The last revision of each event that knows nothing of it. */
    private static final Map<String, String> BEFORE =
            Map.of("ExecutionStarted", "2", "StepDispatched", "4");

    private static final String CREATION = "container.create";

    VolumeOwnerUpcaster() {
        super(BEFORE);
    }

    @Override
    void supply(String event, JsonNode payload) {
        supply(payload);
    }

    private static void supply(JsonNode node) {
        if (node instanceof ObjectNode object
                && CREATION.equals(object.path("type").asString(""))
                && object.has("claims")) {
            object.putNull("org");
        }
        node.forEach(VolumeOwnerUpcaster::supply);
    }
}
