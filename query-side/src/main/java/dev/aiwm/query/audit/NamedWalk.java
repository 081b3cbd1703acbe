package dev.aiwm.query.audit;

import dev.aiwm.query.user.UserNames;
import dev.aiwm.web.identity.Caller;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the names of users beside their ids. */
final class NamedWalk implements Walk {
    private final Walk walk;
    private final UserNames names;
    private final Caller caller;

    NamedWalk(Walk walk, UserNames names, Caller caller) {
        this.walk = walk;
        this.names = names;
        this.caller = caller;
    }

    @Override
    public Found next(long from, boolean descending, int limit) {
        Found found = walk.next(from, descending, limit);
        Set<String> actors =
                found.items().stream()
                        .map(item -> item.entry().actor())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<String, String> known = names.of(actors, caller);
        if (known.isEmpty()) {
            return found;
        }
        return new Found(
                found.items().stream().map(item -> named(item, known)).toList(), found.reached());
    }

    private static Item named(Item item, Map<String, String> known) {
        TrailEntry entry = item.entry();
        return new Item(item.place(), entry.by(known.get(entry.actor())));
    }
}
