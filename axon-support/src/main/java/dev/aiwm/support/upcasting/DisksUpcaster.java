package dev.aiwm.support.upcasting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * A machine had one disk of the usual format once, and every resource was made, none taken over.
 * Events that were not looked at when containers got options are from before those as well.
 */
final class DisksUpcaster extends NextRevision {
    /** The last revision of each event that knows nothing of it. */
    private static final Map<String, String> BEFORE =
            Map.of(
                    "ResourceCreated", "2",
                    "ResourceReconfigured", "2",
                    "StepDispatched", "3",
                    "ExecutionStarted", "1",
                    "ResourceResizeRequested", "1",
                    "ResourceResized", "1");

    private static final String CONTAINER = "application-container";
    private static final String OPTIONS = "options";
    private static final String MACHINE = "virtual-machine";

    DisksUpcaster() {
        super(BEFORE);
    }

    @Override
    void supply(String event, JsonNode payload) {
        if (event.equals("ResourceCreated")) {
            ((ObjectNode) payload).putNull("adoption");
        }
        supply(payload);
    }

    private static void supply(JsonNode node) {
        if (node instanceof ObjectNode object
                && MACHINE.equals(object.path("type").asString(""))
                && object.has("osImage")) {
            object.putNull("diskFormat");
            object.putArray("disks");
        }
        if (node instanceof ObjectNode object
                && CONTAINER.equals(object.path("type").asString(""))
                && object.has("imageName")
                && !object.has(OPTIONS)) {
            object.putNull(OPTIONS);
        }
        node.forEach(DisksUpcaster::supply);
    }
}
