package dev.aiwm.cli.listing;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.EventStream;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.Format;
import dev.aiwm.cli.output.Output;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.view.Kind;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list, and then one line for each change of what is in it, as the event stream tells of them.
 */
final class Watch {
    private final Api api;
    private final Surroundings around;
    private final Shown shown;
    private final Kind kind;
    private final Filters filters;
    private final Output output;

    /** Ids to watch, or none for all that the filters let through. */
    private final Set<String> only = new HashSet<>();

    private final Map<String, Long> versions = new HashMap<>();

    Watch(
            Api api,
            Surroundings around,
            Shown shown,
            Kind kind,
            Filters filters,
            List<String> references) {
        if (kind != Kind.RESOURCES && kind != Kind.NODES && kind != Kind.EXECUTIONS) {
            throw Trouble.usage(
                    kind.plural() + " cannot be watched", "resources, nodes and executions can");
        }
        this.api = api;
        this.around = around;
        this.shown = shown;
        this.kind = kind;
        this.filters = filters;
        this.output = shown.output(around).steady();
        references.forEach(r -> only.add(kind == Kind.RESOURCES ? Names.id(api, r) : r));
    }

    void run() {
        // the stream is open before the list is read: nothing is missed between the two
        try (var stream = api.follow("/api/events/stream?entity=" + kind.singular())) {
            list();
            for (var event = stream.next(); event != null; event = stream.next()) {
                show(event);
            }
        }
        throw new Trouble(ExitCode.UNAVAILABLE, "the stream of events ended", "start it again");
    }

    private void list() {
        var resourceId = filters.resource() == null ? null : Names.id(api, filters.resource());
        var items =
                api.list(kind.path(), filters.query(kind, resourceId), 0).stream()
                        .filter(item -> only.isEmpty() || only.contains(kind.id(item)))
                        .toList();
        items.forEach(item -> versions.put(kind.id(item), item.path("version").asLong()));
        print(items);
    }

    private void show(EventStream.Event event) {
        var id = text(event.data().path("id"));
        long version = event.data().path("version").asLong(-1);
        if (version <= versions.getOrDefault(id, -1L) || !(only.isEmpty() || only.contains(id))) {
            return;
        }
        try {
            var query = new Query().with("minVersion", version);
            var item = api.get(kind.path() + "/" + part(id), query).body();
            boolean known = versions.containsKey(id);
            if (known || matches(item)) {
                versions.put(id, item.path("version").asLong());
                print(List.of(item));
            }
        } catch (Refused e) {
            // gone before it could be looked at
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    private boolean matches(JsonNode item) {
        var resource = filters.resource();
        return filters.match(item)
                && (resource == null
                        || Names.id(api, resource).equals(text(item.path("resourceId"))));
    }

    private void print(List<JsonNode> items) {
        if (shown.format().kind() == Format.Kind.JSON) {
            items.forEach(item -> around.out().println(item));
        } else if (shown.format().isTable()) {
            output.list(items, kind.entity(around.clock().instant()));
        } else {
            items.forEach(item -> output.one(item, kind.entity(around.clock().instant())));
        }
        around.out().flush();
    }
}
