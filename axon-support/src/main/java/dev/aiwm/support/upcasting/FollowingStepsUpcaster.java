package dev.aiwm.support.upcasting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Nodes were told of one step at a time once. */
final class FollowingStepsUpcaster extends NextRevision {
    FollowingStepsUpcaster() {
        super(Map.of("StepDispatched", "5"));
    }

    @Override
    void supply(String event, JsonNode payload) {
        ((ObjectNode) payload).putArray("following");
    }
}
