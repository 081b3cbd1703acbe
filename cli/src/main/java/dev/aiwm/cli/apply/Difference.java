package dev.aiwm.cli.apply;

import tools.jackson.databind.JsonNode;

/** One field that is not as it is wanted; null is what is not there. */
record Difference(String path, JsonNode is, JsonNode wanted) {
    @Override
    public String toString() {
        return path + ": " + shown(is) + " -> " + shown(wanted);
    }

    static String shown(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                ? "(none)"
                : value.isContainer() ? value.toString() : value.asString();
    }
}
