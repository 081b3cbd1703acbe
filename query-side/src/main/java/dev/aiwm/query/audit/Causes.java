package dev.aiwm.query.audit;

import dev.aiwm.query.listing.Answers;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the events that have to do with something, and shows how one led to the other. */
@Component
class Causes {
    private static final int MOST = 2_000;

    private final Trail trail;
    private final EventLog log;

    Causes(Trail trail, EventLog log) {
        this.trail = trail;
        this.log = log;
    }

    CausesView of(String id, Caller caller) {
        var gathered = new Gathering(caller);
        gathered.about(id);
        if (gathered.rows.isEmpty()) {
            throw Answers.nothing("event, message or request", id);
        }
        var graph = new CauseGraph();
        gathered.events().forEach(graph::add);
        return graph.around(id, gathered.rows.size() >= MOST);
    }

    /** Everything of the same requests, and of those that its causes name besides. */
    private final class Gathering {
        private final Caller caller;
        private final TreeMap<Long, Row> rows = new TreeMap<>();
        private final Set<String> asked = new HashSet<>();
        private final ArrayDeque<String> wanted = new ArrayDeque<>();

        private Gathering(Caller caller) {
            this.caller = caller;
        }

        private void about(String id) {
            want(id);
            while (!wanted.isEmpty() && rows.size() < MOST) {
                String next = wanted.poll();
                trail.walk(
                        Walk.NEWEST,
                        true,
                        List.of(List.of(Row.key('i', next))),
                        row -> {
                            if (concerns(row, next)) {
                                take(row);
                            }
                            return rows.size() < MOST;
                        });
            }
        }

        private void want(String id) {
            if (id != null && asked.add(id)) {
                wanted.add(id);
            }
        }

        private boolean concerns(Row row, String id) {
            return AuditFilter.isVisible(row, caller)
                    && (id.equals(row.eventId())
                            || id.equals(row.correlationId())
                            || id.equals(row.causationId())
                            || id.equals(row.commandCause()));
        }

        /** Events of one request are found by it; only what has none is followed one by one. */
        private void take(Row row) {
            if (rows.put(row.position(), row) != null) {
                return;
            }
            want(row.correlationId());
            if (row.correlationId() == null) {
                want(row.eventId());
                want(row.causationId());
                want(row.commandCause());
            }
        }

        private Collection<LoggedEvent> events() {
            return rows.keySet().stream()
                    .map(position -> log.read(new Position(position - 1), 1).get(0))
                    .toList();
        }
    }
}
