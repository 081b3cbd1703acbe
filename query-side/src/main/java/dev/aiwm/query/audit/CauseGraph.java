package dev.aiwm.query.audit;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.support.log.LoggedEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts events, taken in their order, together with the messages between them. */
final class CauseGraph {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AGENT = "agent";
    private static final String USER = "user";

    private final Map<String, CausesView.Cause> nodes = new LinkedHashMap<>();
    private final Set<CausesView.Edge> edges = new LinkedHashSet<>();

    void add(LoggedEvent event) {
        Subject subject = Subject.of(event);
        node(event, event.eventId(), "event", nameOf(event), subject);
        if (event.payload() instanceof StepDispatched dispatched) {
            String message = messageOf(event);
            node(event, message, "node-message", dispatched.command().type(), subject);
            edge(event.eventId(), message);
        }
        String command = Entries.text(event, MetadataKeys.CAUSATION_ID);
        if (command != null) {
            node(event, command, "command", null, subject);
            edge(command, event.eventId());
            addCauseOf(command, event, subject);
        }
    }

    private void addCauseOf(String command, LoggedEvent event, Subject subject) {
        String cause = Entries.text(event, MetadataKeys.COMMAND_CAUSE);
        String origin = Entries.text(event, MetadataKeys.ORIGIN);
        if (cause == null) {
            String request = Entries.text(event, MetadataKeys.CORRELATION_ID);
            if (USER.equals(origin) && request != null) {
                node(event, request, "request", null, subject);
                edge(request, command);
            }
            return;
        }
        if (AGENT.equals(origin) && !nodes.containsKey(cause)) {
            node(event, cause, "report", null, subject);
            String message = messageOf(event);
            if (message != null && nodes.containsKey(message)) {
                edge(message, cause);
            }
        }
        edge(cause, command);
    }

    private void node(LoggedEvent event, String id, String kind, String type, Subject subject) {
        Instant at = event.timestamp();
        boolean happened = kind.equals("event");
        nodes.putIfAbsent(
                id,
                new CausesView.Cause(
                        id,
                        kind,
                        type,
                        at,
                        happened ? event.position().toString() : null,
                        subject.kind(),
                        subject.id(),
                        Entries.text(event, MetadataKeys.ACTOR),
                        Entries.text(event, MetadataKeys.ORIGIN)));
    }

    private void edge(String from, String to) {
        edges.add(new CausesView.Edge(from, to));
    }

    private static String nameOf(LoggedEvent event) {
        return event.payload().getClass().getSimpleName();
    }

    /**
     * The message to a node that an event of an execution's step is about; null when about none.
     */
    private static String messageOf(LoggedEvent event) {
        JsonNode payload = JSON.valueToTree(event.payload());
        if (!payload.has("executionId") || !payload.has("step") || !payload.has("attempt")) {
            return null;
        }
        String kind = payload.path("compensation").asBoolean(false) ? "undo" : "do";
        return payload.get("executionId").asString()
                + "/"
                + payload.get("step").asInt()
                + "/"
                + kind
                + "/"
                + payload.get("attempt").asInt();
    }

    /** What led to something and what that led to; of a request that is everything. */
    CausesView around(String id, boolean truncated) {
        edges.removeIf(edge -> !nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to()));
        Set<String> shown = new HashSet<>(nodes.keySet());
        if (nodes.containsKey(id) && !nodes.get(id).kind().equals("request")) {
            shown = reached(id, false);
            shown.addAll(reached(id, true));
        }
        List<CausesView.Cause> causes = new ArrayList<>(nodes.values());
        Set<String> ids = shown;
        causes.removeIf(cause -> !ids.contains(cause.id()));
        return new CausesView(
                id,
                causes,
                edges.stream()
                        .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                        .toList(),
                truncated);
    }

    private Set<String> reached(String start, boolean up) {
        Map<String, List<String>> next = new LinkedHashMap<>();
        for (CausesView.Edge edge : edges) {
            next.computeIfAbsent(up ? edge.to() : edge.from(), id -> new ArrayList<>())
                    .add(up ? edge.from() : edge.to());
        }
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.poll();
            if (reached.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }
}
