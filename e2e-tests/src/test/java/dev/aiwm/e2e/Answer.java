package dev.aiwm.e2e;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;

/** What the product answered. */
record Answer(int status, HttpHeaders headers, String text, JsonNode json) {
    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but was " + status + ": " + text);
        }
        return this;
    }

    String at(String pointer) {
        var node = json.at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }
}
