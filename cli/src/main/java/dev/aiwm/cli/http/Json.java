package dev.aiwm.cli.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Views are read as trees: the server says what is in them, and a newer one may say more. */
public final class Json {
    public static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Adds changes of labels to a merge patch: an empty value takes its label away. */
    public static void labels(ObjectNode patch, Map<String, String> labels) {
        if (labels != null) {
            var changes = patch.putObject("labels");
            labels.forEach(
                    (name, value) -> {
                        if (value.isEmpty()) {
                            changes.putNull(name);
                        } else {
                            changes.put(name, value);
                        }
                    });
        }
    }

    /** The tree, or a missing node for what is no JSON. */
    static JsonNode parse(byte[] text) {
        if (text.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
