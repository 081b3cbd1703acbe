package dev.aiwm.cli.listing;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.view.Kind;
import dev.aiwm.cli.view.Types;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Which of the many are wanted. */
final class Filters {
    private static final List<Kind> LASTING = List.of(Kind.RESOURCES, Kind.NODES);
    private static final List<Kind> NAMED = List.of(Kind.RESOURCES, Kind.NODES, Kind.SCHEDULES);
    private static final List<Kind> ON_NODES =
            List.of(Kind.RESOURCES, Kind.EXECUTIONS, Kind.IMAGES, Kind.VOLUMES);
    private static final List<Kind> WORKING =
            List.of(Kind.RESOURCES, Kind.NODES, Kind.EXECUTIONS, Kind.BULK_OPERATIONS);
    private static final List<Kind> ABOUT_RESOURCES =
            List.of(Kind.EXECUTIONS, Kind.BULK_OPERATIONS, Kind.SCHEDULES);
    private static final List<Kind> OWNED =
            List.of(Kind.RESOURCES, Kind.EXECUTIONS, Kind.BULK_OPERATIONS, Kind.SCHEDULES);

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "one or more, as in running,failed")
    private List<String> statuses;

    @Option(names = "--node", paramLabel = "NODE", description = "of this node")
    private String node;

    @Option(names = "--type", paramLabel = "TYPE", description = "vm, container or inference")
    private String type;

    @Option(names = "--name", paramLabel = "NAME", description = "the name, or its beginning and *")
    private String name;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "NAME[=VALUE]",
            description = "with this label")
    private List<String> labels;

    @Option(names = "--owner", paramLabel = "USER", description = "of this user")
    private String owner;

    @Option(
            names = "--resource",
            paramLabel = "RESOURCE",
            description = "executions, bulk operations and schedules about it")
    private String resource;

    @Option(
            names = {"-a", "--all"},
            description = "deleted and removed ones too")
    private boolean all;

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            description = "by this field, as in -createdAt for the newest first")
    private String sort;

    String node() {
        return node;
    }

    String resource() {
        return resource;
    }

    /** The parameters of a list; what a kind does not know is refused before the server does. */
    Query query(Kind kind, String resourceId) {
        var query = new Query();
        query.withEach("status", only(statuses, "--status", kind, WORKING));
        query.with("nodeId", only(node, "--node", kind, ON_NODES));
        var chosen = only(type, "--type", kind, List.of(Kind.RESOURCES));
        query.with("resourceType", chosen == null ? null : Types.longName(chosen));
        query.with("name", only(name, "--name", kind, NAMED));
        query.withEach("label", only(labels, "--label", kind, LASTING));
        query.with("owner", only(owner, "--owner", kind, OWNED));
        query.with("resourceId", only(resourceId, "--resource", kind, ABOUT_RESOURCES));
        query.with("sort", only(sort, "--sort", kind, WORKING));
        if (all) {
            query.with(
                    only("includeDeleted", "--all", kind, LASTING)
                            .replace("Deleted", kind == Kind.NODES ? "Removed" : "Deleted"),
                    true);
        }
        return query;
    }

    private static <T> T only(T value, String option, Kind kind, List<Kind> kinds) {
        if (value != null && !kinds.contains(kind)) {
            throw Trouble.usage(
                    kind.plural() + " cannot be chosen by " + option, "see: aiwm get --help");
        }
        return value;
    }

    /** The same choice made here, for what changes while it is watched. */
    boolean match(JsonNode item) {
        return (statuses == null || statuses.contains(text(item.path("status"))))
                && (node == null || onNode(item))
                && (type == null || Types.longName(type).equals(text(item.path("resourceType"))))
                && (name == null || named(text(item.path("name"))))
                && (owner == null || owner.equals(text(item.at("/owner/userId"))))
                && (labels == null || labels.stream().allMatch(l -> labelled(item, l)));
    }

    private boolean onNode(JsonNode item) {
        return node.equals(text(item.path("nodeId")))
                || item.path("steps")
                        .valueStream()
                        .anyMatch(s -> node.equals(text(s.path("nodeId"))));
    }

    private boolean named(String actual) {
        return name.endsWith("*")
                ? actual.startsWith(name.substring(0, name.length() - 1))
                : actual.equals(name);
    }

    private static boolean labelled(JsonNode item, String label) {
        int equals = label.indexOf('=');
        var value = item.path("labels").path(equals < 0 ? label : label.substring(0, equals));
        return equals < 0 ? value.isString() : label.substring(equals + 1).equals(text(value));
    }
}
