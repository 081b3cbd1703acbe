package dev.aiwm.cli.resource;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/** Finds resources by what a user calls them: a name, or an id. */
public final class Names {
    private Names() {}

    /** The resource as it is, or as it was at an instant when one is given. */
    public static JsonNode find(Api api, String reference, String at) {
        if (isId(reference)) {
            return api.get("/api/resources/" + reference, new Query().with("at", at)).body();
        }
        var found = named(api, reference, false);
        if (found.isEmpty() && at != null) {
            found = named(api, reference, true);
        }
        if (found.isEmpty()) {
            throw Trouble.notFound(
                    "there is no resource '" + reference + "'", "see: aiwm get resources");
        }
        if (found.size() > 1) {
            throw new Trouble(
                    ExitCode.CONFLICT,
                    found.size() + " resources are called '" + reference + "'",
                    "say which by its id: "
                            + found.stream()
                                    .map(r -> r.path("_id").asString(""))
                                    .collect(Collectors.joining(", ")));
        }
        return at == null ? found.get(0) : find(api, found.get(0).path("_id").asString(""), at);
    }

    private static List<JsonNode> named(Api api, String name, boolean deleted) {
        var query = new Query().with("name", name).with("includeDeleted", deleted ? true : null);
        return api.list("/api/resources", query, 100).stream()
                .filter(r -> r.path("name").asString("").equals(name))
                .toList();
    }

    public static JsonNode find(Api api, String reference) {
        return find(api, reference, null);
    }

    /** The id of a resource, asked for only when a name is given. */
    public static String id(Api api, String reference) {
        return isId(reference) ? reference : find(api, reference).path("_id").asString("");
    }

    public static boolean isId(String reference) {
        return reference.matches("[0-9a-fA-F]{24}");
    }
}
