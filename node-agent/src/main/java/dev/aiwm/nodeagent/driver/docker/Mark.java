package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.nodeagent.driver.CreateRequest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What makes a container ours: labels that say which resource of which node it is. */
record Mark(ResourceId resourceId, ResourceType resourceType, int generation) {
    static final String NODE = "aiwm.io/node-id";
    static final String RESOURCE = "aiwm.io/resource-id";

    private static final String TYPE = "aiwm.io/resource-type";
    private static final String GENERATION = "aiwm.io/generation";
    private static final String NAME = "aiwm.io/name";

    /** The mark on an object, if it has ours, that of this node. */
    static Optional<Mark> on(Map<String, String> labels, String nodeId) {
        if (labels == null || !nodeId.equals(labels.get(NODE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Mark(
                            ResourceId.of(labels.getOrDefault(RESOURCE, "")),
                            type(labels.get(TYPE)),
                            Integer.parseInt(labels.getOrDefault(GENERATION, ""))));
        } catch (IllegalArgumentException e) {
            // somebody else's idea of our labels
            return Optional.empty();
        }
    }

    static Map<String, String> of(CreateRequest request, String nodeId) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(NODE, nodeId);
        labels.put(RESOURCE, request.resourceId().value());
        labels.put(TYPE, request.config().resourceType().wire());
        labels.put(GENERATION, String.valueOf(request.generation()));
        labels.put(NAME, request.name());
        return labels;
    }

    /** The name of the container: one for each generation, so that the next can be made beside. */
    static String containerName(ResourceId resourceId, int generation) {
        return "aiwm-" + resourceId + "-" + generation;
    }

    private static ResourceType type(String wire) {
        for (var type : ResourceType.values()) {
            if (type.wire().equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such type");
    }
}
