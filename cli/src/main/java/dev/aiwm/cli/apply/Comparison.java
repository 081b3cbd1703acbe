package dev.aiwm.cli.apply;

import dev.aiwm.cli.http.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What of the wanted fields is not so, and the least merge patch that makes it so. Only what is
 * named counts: a field that a manifest does not speak of stays as it is.
 */
final class Comparison {
    /** What the server shows instead of a secret. */
    private static final String MASK = "***";

    private final boolean withSecrets;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    /** {@code withSecrets} takes every secret that is given for a change, as none can be read. */
    Comparison(boolean withSecrets) {
        this.withSecrets = withSecrets;
    }

    List<Difference> differences() {
        return differences;
    }

    /** The paths of secrets that were given and could not be compared. */
    List<String> secrets() {
        return secrets;
    }

    /** Adds to the patch what of the wanted object differs. */
    void compare(ObjectNode wanted, JsonNode is, String path, ObjectNode patch) {
        for (var entry : wanted.properties()) {
            var at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            field(entry.getKey(), entry.getValue(), is.path(entry.getKey()), at, patch);
        }
    }

    private void field(String name, JsonNode wanted, JsonNode is, String at, ObjectNode patch) {
        if (isMask(is) && !wanted.isNull()) {
            secret(name, wanted, at, patch);
        } else if (wanted instanceof ObjectNode object && (is.isObject() || is.isMissingNode())) {
            var inner = object.objectNode();
            compare(object, is, at, inner);
            if (!inner.isEmpty()) {
                patch.set(name, inner);
            }
        } else if (!same(wanted, is)) {
            differences.add(new Difference(at, is, wanted));
            patch.set(name, wanted);
        }
    }

    private void secret(String name, JsonNode wanted, String at, ObjectNode patch) {
        if (isMask(wanted)) {
            return;
        }
        if (withSecrets) {
            var hidden = Json.text(MASK);
            differences.add(new Difference(at, hidden, hidden));
            patch.set(name, wanted);
        } else {
            secrets.add(at);
        }
    }

    private static boolean isMask(JsonNode node) {
        return node.isString() && node.asString().equals(MASK);
    }

    /**
     * Whether all that is wanted is so: a number is a number however written, and fields beside it
     * may be there.
     */
    private static boolean same(JsonNode wanted, JsonNode is) {
        if (wanted.isNull() || wanted.isContainer() && wanted.isEmpty()) {
            return is.isMissingNode() || is.isNull() || is.isContainer() && is.isEmpty();
        }
        if (wanted.isNumber() && is.isNumber()) {
            return Double.compare(wanted.asDouble(), is.asDouble()) == 0;
        }
        if (wanted.isArray()) {
            return is.isArray() && wanted.size() == is.size() && eachSame(wanted, is);
        }
        if (wanted.isObject()) {
            return wanted.propertyStream().allMatch(e -> same(e.getValue(), is.path(e.getKey())));
        }
        return !is.isContainer() && wanted.asString().equals(is.asString(""));
    }

    private static boolean eachSame(JsonNode wanted, JsonNode is) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!same(wanted.get(i), is.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first place where a manifest has a mask instead of a secret, or null. */
    static String maskIn(JsonNode node, String path) {
        if (isMask(node)) {
            return path;
        }
        return node.propertyStream()
                .map(
                        e ->
                                maskIn(
                                        e.getValue(),
                                        path.isEmpty() ? e.getKey() : path + "." + e.getKey()))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
