package dev.aiwm.cli.view;

import static dev.aiwm.cli.output.Cells.age;
import static dev.aiwm.cli.output.Cells.labels;
import static dev.aiwm.cli.output.Cells.list;
import static dev.aiwm.cli.output.Cells.megabytes;
import static dev.aiwm.cli.output.Cells.number;
import static dev.aiwm.cli.output.Cells.percent;
import static dev.aiwm.cli.output.Cells.text;
import static dev.aiwm.cli.output.Cells.textOrDash;

import dev.aiwm.cli.output.Cells;
import dev.aiwm.cli.output.Column;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What a table shows of each kind. */
final class Columns {
    private Columns() {}

    static List<Column> resources(Instant now) {
        return List.of(
                Column.of("NAME", r -> text(r.path("name"))),
                Column.of("TYPE", r -> Types.shortName(text(r.path("resourceType")))),
                Column.of("STATUS", r -> text(r.path("status"))),
                Column.of("NODE", r -> textOrDash(r.path("nodeId"))),
                Column.of("AGE", r -> age(r.path("createdAt"), now)),
                Column.of("ENDPOINT", r -> textOrDash(r.at("/runtime/endpoint"))),
                Column.wide("ID", r -> text(r.path("_id"))),
                Column.wide("IMAGE", r -> Types.image(r.path("config"))),
                Column.wide("CPU", r -> number(r.at("/claims/cpuCores"))),
                Column.wide("RAM", r -> megabytes(r.at("/claims/ramMB"))),
                Column.wide("DISK", r -> number(r.at("/claims/diskGB")) + "G"),
                Column.wide("GPUS", r -> Types.gpus(r.path("claims"))),
                Column.wide("LABELS", r -> labels(r.path("labels"))),
                Column.optional("NOTES", Notes::ofResource));
    }

    static List<Column> nodes(Instant now) {
        return List.of(
                Column.of("NODE", n -> text(n.path("nodeId"))),
                Column.of("STATUS", n -> text(n.path("status"))),
                Column.of("CPU", n -> share(n, "cpuClaimed", "cpuAllocatable")),
                Column.of("RAM", n -> ram(n.path("capacity"))),
                Column.of("DISK", n -> share(n, "diskClaimedGB", "diskGB") + "G"),
                Column.of("GPUS", n -> share(n, "gpusClaimed", "gpus")),
                Column.of("MIG", n -> share(n, "migSlicesClaimed", "migSlices")),
                Column.of("AGE", n -> age(n.path("createdAt"), now)),
                Column.wide("NAME", n -> text(n.path("name"))),
                Column.wide("ADDRESS", n -> textOrDash(n.path("ipAddress"))),
                Column.wide("ENGINES", n -> list(n.path("engines"))),
                Column.wide("AGENT", n -> textOrDash(n.path("agentVersion"))),
                Column.wide("SEEN", n -> age(n.path("lastHeartbeat"), now)),
                Column.wide("LABELS", n -> labels(n.path("labels"))),
                Column.optional("NOTES", Notes::ofNode));
    }

    private static String share(JsonNode node, String claimed, String all) {
        var capacity = node.path("capacity");
        return number(capacity.path(claimed)) + "/" + number(capacity.path(all));
    }

    private static String ram(JsonNode capacity) {
        return megabytes(capacity.path("ramClaimedMB")) + "/" + megabytes(capacity.path("ramMB"));
    }

    static List<Column> executions(Instant now) {
        return List.of(
                Column.of("ID", e -> text(e.path("executionId"))),
                Column.of("NAME", e -> text(e.path("name"))),
                Column.of("STATUS", e -> text(e.path("status"))),
                Column.of("PROGRESS", e -> percent(e.path("progress"))),
                Column.of("STEPS", Columns::steps),
                Column.of("AGE", e -> age(e.path("startedAt"), now)),
                Column.of("TOOK", e -> took(e, now)),
                Column.wide("RESOURCE", e -> textOrDash(e.path("resourceId"))),
                Column.optional("NOTES", e -> text(e.at("/error/message"))));
    }

    private static String steps(JsonNode execution) {
        var steps = execution.path("steps");
        long done =
                steps.valueStream().filter(s -> text(s.path("status")).equals("succeeded")).count();
        return done + "/" + steps.size();
    }

    static String took(JsonNode execution, Instant now) {
        var start = Cells.instant(execution.path("startedAt"));
        var end = Cells.instant(execution.path("endedAt"));
        if (start == null) {
            return "-";
        }
        var took = Duration.between(start, end == null ? now : end);
        return took.toSeconds() < 10 && end != null
                ? number(took.toMillis() / 1000.0) + "s"
                : Cells.duration(took);
    }

    static List<Column> snapshots(Instant now) {
        return List.of(
                Column.of("NAME", s -> text(s.path("name"))),
                Column.of("STATUS", s -> text(s.path("status"))),
                Column.of("DISK", s -> number(s.path("diskSizeGB")) + "G"),
                Column.of("MEMORY", s -> megabytes(s.path("memorySizeMB"))),
                Column.of("CONSISTENCY", s -> textOrDash(s.path("consistency"))),
                Column.of("AGE", s -> age(s.path("createdAt"), now)),
                Column.wide("ID", s -> text(s.path("id"))),
                Column.wide("PARENT", s -> textOrDash(s.path("parent"))),
                Column.wide("DESCRIPTION", s -> text(s.path("description"))));
    }

    static List<Column> allocations(Instant now) {
        return List.of(
                Column.of("RESOURCE", a -> text(a.path("resourceName"))),
                Column.of("CPU", a -> number(a.at("/claims/cpuCores"))),
                Column.of("RAM", a -> megabytes(a.at("/claims/ramMB"))),
                Column.of("DISK", a -> number(a.at("/claims/diskGB")) + "G"),
                Column.of("GPUS", a -> Types.gpus(a.path("claims"))),
                Column.of("PORTS", a -> Types.ports(a.at("/claims/hostPorts"))),
                Column.of("ADDRESSES", a -> Types.addresses(a.at("/claims/staticIps"))),
                Column.of("AGE", a -> age(a.path("since"), now)),
                Column.wide("ID", a -> text(a.path("resourceId"))),
                Column.optional(
                        "NOTES", a -> a.path("confirmed").asBoolean(true) ? "" : "not confirmed"));
    }

    static List<Column> containers() {
        return List.of(
                Column.of("NAME", c -> text(c.path("name"))),
                Column.of("IMAGE", c -> text(c.path("image"))),
                Column.of("STATUS", c -> text(c.path("state"))),
                Column.of("MANAGED", c -> text(c.path("managed"))),
                Column.wide("ID", c -> text(c.path("id"))),
                Column.wide("RESOURCE", c -> textOrDash(c.path("resourceId"))));
    }

    static List<Column> images() {
        return List.of(
                Column.of("NAME", i -> text(i.path("name"))),
                Column.of("STATUS", i -> text(i.path("state"))),
                Column.of("BYTES", i -> textOrDash(i.path("fileBytes"))),
                Column.optional("HINT", i -> text(i.path("hint"))));
    }

    static List<Column> volumes(Instant now) {
        return List.of(
                Column.of("NAME", v -> text(v.path("name"))),
                Column.of("USED BY", Columns::users),
                Column.of("AGE", v -> age(v.path("createdAt"), now)),
                Column.of("DRIVER", v -> text(v.path("driver"))),
                Column.wide("ORG", v -> textOrDash(v.path("orgId"))),
                Column.wide("LABELS", v -> labels(v.path("labels"))));
    }

    private static String users(JsonNode volume) {
        var users =
                volume.path("usedBy")
                        .valueStream()
                        .map(user -> text(user.path("container")))
                        .collect(Collectors.joining(","));
        return users.isEmpty() ? "-" : users;
    }

    static List<Column> projections(Instant now) {
        return List.of(
                Column.of("NAME", p -> text(p.path("name"))),
                Column.of("STATUS", p -> text(p.path("state"))),
                Column.of("LAG", p -> number(p.path("lag"))),
                Column.of("SIDE", p -> text(p.path("side"))),
                Column.of("GENERATION", p -> number(p.path("generation"))),
                Column.of("REBUILT", p -> age(p.path("lastRebuiltAt"), now)),
                Column.optional("NOTES", p -> text(p.path("error"))));
    }

    static List<Column> deadLetters(Instant now) {
        return List.of(
                Column.of("ID", d -> text(d.path("id"))),
                Column.of("STATUS", d -> text(d.path("status"))),
                Column.of("PROCESSOR", d -> text(d.path("processor"))),
                Column.of("EVENT", d -> text(d.path("eventType"))),
                Column.of("ATTEMPTS", d -> number(d.path("attempts"))),
                Column.of("AGE", d -> age(d.path("parkedAt"), now)),
                Column.optional("NOTES", d -> text(d.path("cause"))));
    }

    static List<Column> bulkOperations(Instant now) {
        return List.of(
                Column.of("ID", b -> text(b.path("bulkId"))),
                Column.of("ACTION", b -> text(b.at("/operation/action"))),
                Column.of("STATUS", b -> text(b.path("status"))),
                Column.of("PROGRESS", b -> percent(b.path("progress"))),
                Column.of("RESOURCES", b -> number(b.at("/counts/total"))),
                Column.of("FAILED", b -> number(b.at("/counts/failed"))),
                Column.of("REFUSED", b -> number(b.at("/counts/refused"))),
                Column.of("AGE", b -> age(b.path("startedAt"), now)),
                Column.of("TOOK", b -> took(b, now)),
                Column.wide("SCHEDULE", b -> textOrDash(b.path("scheduleId"))));
    }

    static List<Column> users(Instant now) {
        return List.of(
                Column.of("ID", u -> text(u.path("userId"))),
                Column.of("NAME", u -> text(u.path("name"))),
                Column.of("EMAIL", u -> textOrDash(u.path("email"))),
                Column.wide("ORGANISATION", u -> text(u.path("orgId"))),
                Column.of("AGE", u -> age(u.path("createdAt"), now)));
    }

    static List<Column> schedules() {
        return List.of(
                Column.of("ID", s -> text(s.path("scheduleId"))),
                Column.of("NAME", s -> text(s.path("name"))),
                Column.of("STATUS", s -> text(s.path("status"))),
                Column.of("ACTION", s -> text(s.at("/operation/action"))),
                Column.of("TIMING", Columns::timing),
                Column.of("NEXT", s -> textOrDash(s.at("/next/0"))),
                Column.of("LAST", s -> textOrDash(s.at("/lastRun/outcome"))),
                Column.wide("RESOURCE", s -> textOrDash(s.path("resourceId"))),
                Column.optional("NOTES", s -> text(s.path("suspendedBecause"))));
    }

    private static String timing(JsonNode schedule) {
        var timing = schedule.path("timing");
        return switch (text(timing.path("type"))) {
            case "once" -> "once " + text(timing.path("at"));
            case "after" -> "once after " + text(timing.path("seconds")) + "s";
            default -> text(timing.path("expression"));
        };
    }
}
