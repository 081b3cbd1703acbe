package dev.aiwm.command.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeMap;

/** JSON merge patches (RFC 7396). */
final class MergePatch {
    private MergePatch() {}

    /** The target with the patch applied; a target that is an object is changed in place. */
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), apply(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }

    /** The same for a map of texts; null when the patch says nothing of it. */
    static Map<String, String> apply(Map<String, String> before, Map<String, String> patch) {
        if (patch == null) {
            return null;
        }
        Map<String, String> merged = new TreeMap<>(before);
        patch.forEach(
                (name, value) -> {
                    if (value == null) {
                        merged.remove(name);
                    } else {
                        merged.put(name, value);
                    }
                });
        return merged;
    }
}
