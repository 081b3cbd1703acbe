package dev.aiwm.command.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.support.projection.IndexModel;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    public List<OutboxMessage> withKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : find(Filters.in("_id", keys));
    }

    private List<OutboxMessage> find(Bson filter) {
        var messages = new ArrayList<OutboxMessage>();
        for (var document : index.collection().find(filter).sort(Sorts.ascending("position"))) {
            messages.add(OutboxProjection.message(document));
        }
        return messages;
    }

    /**
     * Tells of the keys of new messages once they can be read; only of those that this process
     * projected. The listener must be quick.
     */
    public void onNew(Consumer<Set<String>> listener) {
        index.onPut(listener);
    }
}
