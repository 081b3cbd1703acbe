package dev.aiwm.cli.view;

import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of things that can be asked for. */
public enum Kind {
    RESOURCES("/api/resources", "_id", List.of("resource", "res", "r")),
    NODES("/api/nodes", "nodeId", List.of("node", "no", "n")),
    EXECUTIONS("/api/executions", "executionId", List.of("execution", "exec", "ex")),
    SNAPSHOTS("/api/resources/{}/snapshots", "id", List.of("snapshot", "snap")),
    ALLOCATIONS("/api/nodes/{}/allocations", "resourceId", List.of("allocation", "alloc")),
    CONTAINERS("/api/nodes/{}/containers", "id", List.of("container")),
    IMAGES("/api/images", "name", List.of("image", "img")),
    VOLUMES("/api/volumes", "name", List.of("volume", "vol")),
    PROJECTIONS("/api/admin/projections", "name", List.of("projection")),
    DEAD_LETTERS("/api/admin/dead-letters", "id", List.of("dead-letter", "deadletters")),
    BULK_OPERATIONS("/api/bulk-operations", "bulkId", List.of("bulk-operation", "bulk")),
    SCHEDULES("/api/schedules", "scheduleId", List.of("schedule", "sched")),
    USERS("/api/users", "userId", List.of("user"));

    private final String path;
    private final String idField;
    private final List<String> aliases;

    Kind(String path, String idField, List<String> aliases) {
        this.path = path;
        this.idField = idField;
        this.aliases = aliases;
    }

    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(k -> k.plural().equals(word) || k.aliases.contains(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    private static Trouble unknown(String word) {
        var known = Arrays.stream(values()).map(Kind::plural).collect(Collectors.joining(", "));
        return Trouble.usage("there is nothing called '" + word + "'", "known: " + known);
    }

    public String plural() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String singular() {
        return aliases.get(0);
    }

    public String path() {
        return path;
    }

    /** Whether these are always asked for of one other thing: a resource's, a node's. */
    public boolean isPart() {
        return path.contains("{}");
    }

    public String id(JsonNode item) {
        return item.path(idField).asString("");
    }

    public String name(JsonNode item) {
        var name = item.path("name").asString("");
        return this == NODES || name.isEmpty() || this == EXECUTIONS ? id(item) : name;
    }

    public Entity entity(Instant now) {
        return new Entity(
                switch (this) {
                    case RESOURCES -> Columns.resources(now);
                    case NODES -> Columns.nodes(now);
                    case EXECUTIONS -> Columns.executions(now);
                    case SNAPSHOTS -> Columns.snapshots(now);
                    case ALLOCATIONS -> Columns.allocations(now);
                    case CONTAINERS -> Columns.containers();
                    case IMAGES -> Columns.images();
                    case VOLUMES -> Columns.volumes(now);
                    case PROJECTIONS -> Columns.projections(now);
                    case DEAD_LETTERS -> Columns.deadLetters(now);
                    case BULK_OPERATIONS -> Columns.bulkOperations(now);
                    case SCHEDULES -> Columns.schedules();
                    case USERS -> Columns.users(now);
                },
                this::id,
                this::name);
    }
}
