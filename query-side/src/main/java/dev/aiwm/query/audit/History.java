package dev.aiwm.query.audit;

import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Step;
import dev.aiwm.query.stream.Owners;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.TrailParameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks through the events of one entity; a place is an event's number in the entity's stream. */
final class History<S> implements Walk {
    private static final int PART = 256;

    /** So that a rare event of a long life is not looked for in one request. */
    private static final int MOST_LOOKED_AT = 20_000;

    private final Past<S> past;
    private final String id;
    private final long last;
    private final Caller caller;
    private final TrailParameters wish;
    private final Entries entries;
    private final Owners owners;

    History(
            Past<S> past,
            String id,
            long last,
            Caller caller,
            TrailParameters wish,
            Entries entries,
            Owners owners) {
        this.past = past;
        this.id = id;
        this.last = last;
        this.caller = caller;
        this.wish = wish;
        this.entries = entries;
        this.owners = owners;
    }

    @Override
    public Found next(long from, boolean descending, int limit) {
        var found = new ArrayList<Item>();
        long place = descending ? Math.min(from, last + 1) : Math.max(from, OLDEST);
        int looked = 0;
        while (descending ? place > 0 : place < last) {
            if (looked >= MOST_LOOKED_AT) {
                return new Found(found, place);
            }
            long first = descending ? Math.max(0, place - PART) : place + 1;
            int count = (int) (descending ? place - first : Math.min(PART, last - place));
            List<Step<S>> part = new ArrayList<>(past.steps(id, first, count));
            if (part.isEmpty()) {
                break;
            }
            if (descending) {
                Collections.reverse(part);
            }
            for (Step<S> step : part) {
                if (isWanted(step)) {
                    found.add(item(step));
                }
                if (found.size() == limit) {
                    return new Found(found, null);
                }
            }
            looked += count;
            place = descending ? first : first + count - 1;
        }
        return new Found(found, null);
    }

    private boolean isWanted(Step<S> step) {
        return Entries.matches(wish, step.event()) && owners.mayBeSeen(step.event(), caller);
    }

    private Item item(Step<S> step) {
        return new Item(
                step.event().sequence(), entries.entry(past.located(step.event()), changes(step)));
    }

    private List<FieldChange> changes(Step<S> step) {
        return Changes.between(view(step.before()), view(step.after()));
    }

    private JsonNode view(S state) {
        return state == null ? null : entries.tree(past.view(state, caller));
    }
}
