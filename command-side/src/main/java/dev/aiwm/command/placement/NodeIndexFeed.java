package dev.aiwm.command.placement;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.EventTail.Following;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.FoldProjection;
import dev.aiwm.support.projection.Pace;
import dev.aiwm.support.projection.ProjectionStatus;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Keeps the node index: begins with what is persisted and follows the log from there, so that a
 * start does not read the whole log again.
 */
@Component
class NodeIndexFeed implements SmartLifecycle {
    private static final String NAME = "placement-nodes";
    private static final int VERSION = 4;
    private static final int PAGE = 500;

    /** After the projections, before the web server. */
    private static final int PHASE = Integer.MAX_VALUE - 8_000;

    private final NodeIndex index;
    private final EventLog log;
    private final EventTail tail;
    private final Projections projections;
    private final ReadModel<NodeState> persisted;
    private Following following;

    NodeIndexFeed(NodeIndex index, EventLog log, EventTail tail, Projections commandProjections) {
        this.index = index;
        this.log = log;
        this.tail = tail;
        this.projections = commandProjections;
        this.persisted =
                commandProjections.add(
                        new FoldProjection<>(
                                NAME,
                                VERSION,
                                NodeEvent.class,
                                NodeState.class,
                                event -> event.nodeId().value(),
                                NodeFold::evolve,
                                state -> Map.of("status", state.status().wire()),
                                List.of()),
                        Pace.RELAXED);
    }

    @Override
    public synchronized void start() {
        var from = projections.status(NAME).map(ProjectionStatus::position).orElse(Position.START);
        var everything = new Document();
        var byId = new Document("_id", 1);
        for (int skip = 0; ; skip += PAGE) {
            var page = persisted.find(everything, byId, skip, PAGE);
            page.forEach(stored -> index.put(stored.state()));
            if (page.size() < PAGE) {
                break;
            }
        }
        index.reached(from);
        following = tail.follow(from, this::take);
    }

    private void take(LoggedEvent event) {
        if (event.payload() instanceof NodeEvent nodeEvent) {
            index.put(evolve(index.get(nodeEvent.nodeId()), nodeEvent, event));
        }
        index.reached(event.position());
    }

    private NodeState evolve(NodeState before, NodeEvent event, LoggedEvent logged) {
        long last = before == null ? -1 : before.sequence();
        if (logged.sequence() <= last) {
            return before;
        }
        if (logged.sequence() > last + 1) {
            return log.fold(event.nodeId(), NodeEvent.class, NodeFold::evolve);
        }
        return NodeFold.evolve(
                before, event, new EventFacts(logged.sequence(), logged.timestamp()));
    }

    @Override
    public synchronized void stop() {
        if (following != null) {
            following.close();
            following = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return following != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
