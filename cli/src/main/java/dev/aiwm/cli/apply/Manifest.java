package dev.aiwm.cli.apply;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody wants one resource to be: the fields of a creation, and whether it is to run. What
 * {@code aiwm get -o yaml} shows is good too; what only the server says is left out of it.
 */
record Manifest(ObjectNode wanted, String id, String status) {
    static final String STATUS = "status";
    private static final String ID = "_id";

    private static final Set<String> MANAGED =
            Set.of(
                    "name",
                    "description",
                    "labels",
                    "nodeId",
                    "nodeSelector",
                    "placementStrategy",
                    "resourceType",
                    "config",
                    "computeWhenStopped",
                    "onDivergence");

    private static final Set<String> TOLD =
            Set.of(
                    ID,
                    "runtime",
                    "owner",
                    "wantedStatus",
                    "observed",
                    "divergence",
                    "failure",
                    "executionId",
                    "claims",
                    "placement",
                    "allowedActions",
                    "simulated",
                    "generation",
                    "version",
                    "createdAt",
                    "updatedAt",
                    "deletedAt",
                    "snapshots",
                    "fromNextStart");

    /** All documents of a text, and all items of the lists in it. */
    static List<Manifest> read(String text, String source) {
        var manifests = new ArrayList<Manifest>();
        for (var document : Yaml.read(text)) {
            var items = document.isArray() ? document : document.path("items");
            if (items.isArray()) {
                items.forEach(item -> manifests.add(of(item, source)));
            } else {
                manifests.add(of(document, source));
            }
        }
        if (manifests.isEmpty()) {
            throw Trouble.usage("nothing is in " + source, "see: aiwm apply --help");
        }
        return manifests;
    }

    private static Manifest of(JsonNode document, String source) {
        if (!(document instanceof ObjectNode object) || text(object.path("name")).isEmpty()) {
            throw Trouble.usage(
                    "a document of " + source + " is no resource with a name",
                    "see: aiwm apply --help");
        }
        var wanted = object.objectNode();
        for (var entry : object.properties()) {
            if (MANAGED.contains(entry.getKey())) {
                wanted.set(entry.getKey(), entry.getValue());
            } else if (!isTold(object, entry.getKey()) && !entry.getKey().equals(STATUS)) {
                throw Trouble.usage(
                        "%s of %s in %s is not known"
                                .formatted(entry.getKey(), text(object.path("name")), source),
                        "known: "
                                + String.join(", ", MANAGED.stream().sorted().toList())
                                + ", status");
            }
        }
        return new Manifest(wanted, object.path(ID).asString(null), statusOf(object, source));
    }

    /** Whether the server said it; a newer one may say more than is known here. */
    private static boolean isTold(ObjectNode object, String field) {
        return TOLD.contains(field) || object.has(ID) && object.has("version");
    }

    private static String statusOf(ObjectNode object, String source) {
        var status = text(object.path(STATUS));
        if (status.isEmpty() || status.matches("running|stopped")) {
            return status.isEmpty() ? null : status;
        }
        if (object.has(ID)) {
            // told by the server while something was under way: nobody's wish
            return null;
        }
        throw Trouble.usage(
                "status '" + status + "' in " + source + " cannot be wanted",
                "running or stopped can");
    }

    String name() {
        return text(wanted.path("name"));
    }
}
