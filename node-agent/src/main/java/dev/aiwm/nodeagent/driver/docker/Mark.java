package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.nodeagent.driver.CreateRequest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a container ours: labels that say which resource of which node it is. One that we did
 * not make has none, and none can be given to it; there it is the name that says so.
 */
record Mark(ResourceId resourceId, ResourceType resourceType, int generation, boolean adopted) {
    /** With what the names of all labels begin that we give. */
    static final String OURS = "aiwm.io/";

    static final String NODE = "aiwm.io/node-id";

    /** Whose a volume is. */
    static final String ORG = "aiwm.io/org-id";

    static final String RESOURCE = "aiwm.io/resource-id";

    /** With what the names of all containers begin that were taken over, on any node. */
    static final String ADOPTED = "aiwm-adopted.";

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
                            Integer.parseInt(labels.getOrDefault(GENERATION, "")),
                            false));
        } catch (IllegalArgumentException e) {
            // somebody else's idea of our labels
            return Optional.empty();
        }
    }

    /** The mark that a name is, if it is that of something this node took over. */
    static Optional<Mark> in(String name, String nodeId) {
        String plain = name == null ? "" : name.replaceFirst("^/", "");
        String prefix = ADOPTED + nodeId + ".";
        if (!plain.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(adopted(ResourceId.of(plain.substring(prefix.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Mark adopted(ResourceId resourceId) {
        return new Mark(resourceId, ResourceType.APPLICATION_CONTAINER, 1, true);
    }

    static String adoptedName(String nodeId, ResourceId resourceId) {
        return ADOPTED + nodeId + "." + resourceId;
    }

    /** What the container is called while nobody calls it otherwise. */
    String usualName(String nodeId) {
        return adopted ? adoptedName(nodeId, resourceId) : containerName(resourceId, generation);
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
