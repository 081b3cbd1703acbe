package dev.aiwm.command.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.IndexModel;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands that are to be with their nodes, in the order of the log. Advisory, like every
 * index: it may be behind, and may show for a moment what is over.
 */
public final class Outbox {
    private final IndexModel index;

    Outbox(IndexModel index) {
        this.index = index;
    }

    /** Everything that is out for these nodes. */
    public List<OutboxMessage> of(Collection<String> nodeIds) {
        return nodeIds.isEmpty() ? List.of() : find(Filters.in(OutboxProjection.NODE, nodeIds));
    }

    /** The ids of the messages that are out under these keys. */
    public Set<String> messageIds(Collection<String> keys) {
        var ids = new HashSet<String>();
        for (var found :
                index.collection()
                        .find(Filters.in("_id", keys))
                        .projection(Projections.include(OutboxProjection.MESSAGE_ID))) {
            ids.add(found.getString(OutboxProjection.MESSAGE_ID));
        }
        return ids;
    }

    /** Those of these commands that their node is known to have. */
    public Set<String> taken(Collection<OutboxMessage> messages) {
        var byTaken = new HashMap<String, String>();
        messages.forEach(each -> byTaken.put(OutboxProjection.takenKey(each.key()), each.key()));
        var keys = new HashSet<String>();
        for (var found : index.collection().find(Filters.in("_id", byTaken.keySet()))) {
            keys.add(byTaken.get(found.getString("_id")));
        }
        return keys;
    }

    /** Priorities that were changed since these commands were dispatched, by execution. */
    public Map<String, Integer> changedPriorities(Collection<OutboxMessage> messages) {
        var ids = new HashMap<String, String>();
        for (var message : messages) {
            String execution = message.data().executionId().value();
            ids.put(OutboxProjection.priorityKey(execution), execution);
        }
        var changed = new HashMap<String, Integer>();
        for (var found : index.collection().find(Filters.in("_id", ids.keySet()))) {
            changed.put(ids.get(found.getString("_id")), OutboxProjection.priority(found));
        }
        return changed;
    }

    /** Executions of these commands whose steps a user planned. */
    public Set<ExecutionId> planned(Collection<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        var ids = new HashMap<String, ExecutionId>();
        for (var message : messages) {
            var execution = message.data().executionId();
            ids.put(OutboxProjection.plannedKey(execution.value()), execution);
        }
        var planned = new HashSet<ExecutionId>();
        for (var found : index.collection().find(Filters.in("_id", ids.keySet()))) {
            planned.add(ids.get(found.getString("_id")));
        }
        return planned;
    }

    private List<OutboxMessage> find(Bson filter) {
        var messages = new ArrayList<OutboxMessage>();
        for (var document : index.collection().find(filter).sort(Sorts.ascending("position"))) {
            messages.add(OutboxProjection.message(document));
        }
        return messages;
    }

    /** What is out up to there is here; what is dispatched after that is not yet known. */
    public long position() {
        return index.position().value();
    }

    /** What is out from this event on. */
    public static OutboxMessage messageOf(StepDispatched event, LoggedEvent logged) {
        return OutboxProjection.message(event, logged);
    }
}
