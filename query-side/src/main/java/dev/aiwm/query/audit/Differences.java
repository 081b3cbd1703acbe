package dev.aiwm.query.audit;

import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Step;
import dev.aiwm.query.stream.Owners;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what differs between two states of an entity, and the events behind it. */
@Component
class Differences {
    private static final int PART = 256;
    private static final int MOST_LOOKED_AT = 20_000;

    private final Entries entries;
    private final Owners owners;

    Differences(Entries entries, Owners owners) {
        this.entries = entries;
        this.owners = owners;
    }

    <S> DiffView between(Past<S> past, String id, Position from, Position to, Caller caller) {
        Stored<S> before = past.at(id, from).orElse(null);
        Stored<S> after = past.at(id, to).orElse(null);
        List<FieldChange> changes =
                Changes.between(view(past, before, caller), view(past, after, caller));
        Map<String, LoggedEvent> blamed = blame(past, id, before, after, changes, caller);
        return new DiffView(
                past.name(),
                id,
                from.toString(),
                to.toString(),
                changes.stream()
                        .map(
                                change ->
                                        new DiffView.Difference(
                                                change.field(),
                                                change.before(),
                                                change.after(),
                                                by(past, blamed.get(change.field()), caller)))
                        .toList());
    }

    private <S> TrailEntry by(Past<S> past, LoggedEvent event, Caller caller) {
        return event == null || !owners.mayBeSeen(event, caller)
                ? null
                : entries.entry(past.located(event), null);
    }

    private <S> JsonNode view(Past<S> past, Stored<S> stored, Caller caller) {
        return stored == null ? null : entries.tree(past.view(stored.state(), caller));
    }

    /** Goes back from the newest event until each difference has been set by one. */
    private <S> Map<String, LoggedEvent> blame(
            Past<S> past,
            String id,
            Stored<S> before,
            Stored<S> after,
            List<FieldChange> changes,
            Caller caller) {
        var blamed = new HashMap<String, LoggedEvent>();
        long oldest = before == null ? 0 : before.sequence() + 1;
        long place = after == null ? 0 : after.sequence() + 1;
        long least = Math.max(oldest, place - MOST_LOOKED_AT);
        while (place > least && blamed.size() < changes.size()) {
            long first = Math.max(least, place - PART);
            List<Step<S>> part = past.steps(id, first, (int) (place - first));
            for (int i = part.size() - 1; i >= 0; i--) {
                blame(stepChanges(past, part.get(i), caller), part.get(i), changes, blamed);
            }
            place = first;
        }
        return blamed;
    }

    private <S> List<FieldChange> stepChanges(Past<S> past, Step<S> step, Caller caller) {
        return Changes.between(
                step.before() == null ? null : entries.tree(past.view(step.before(), caller)),
                entries.tree(past.view(step.after(), caller)));
    }

    private static void blame(
            List<FieldChange> set,
            Step<?> step,
            List<FieldChange> changes,
            Map<String, LoggedEvent> blamed) {
        for (FieldChange change : changes) {
            boolean hit = set.stream().anyMatch(it -> concerns(it.field(), change.field()));
            if (hit) {
                blamed.putIfAbsent(change.field(), step.event());
            }
        }
    }

    /** Setting an object sets its fields, and setting a field changes the object. */
    private static boolean concerns(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }
}
