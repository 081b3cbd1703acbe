package dev.aiwm.query.audit;

import dev.aiwm.query.stream.Owners;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.TrailParameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which events of all are wanted.
 *
 * @param text in what the event says, or null
 */
record AuditFilter(
        TrailParameters wish,
        Caller caller,
        List<String> entities,
        String organisation,
        String resource,
        String node,
        String text) {
    AuditFilter {
        entities = List.copyOf(entities);
        text = text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** Words that every wanted row has, one of each group. */
    List<List<String>> needed() {
        var groups = new ArrayList<List<String>>();
        addAny(groups, 't', wish.types());
        addAny(groups, 'e', entities);
        add(groups, 'a', wish.actor());
        add(groups, 'r', resource);
        add(groups, 'n', node);
        if (organisation != null) {
            groups.add(List.of(Row.key('o', organisation), Row.key('v', organisation)));
        }
        if (!caller.isAdmin()) {
            groups.add(List.of(Row.key('v', caller.orgId()), Row.key('v', Owners.EVERYBODY)));
        }
        return groups;
    }

    private static void add(List<List<String>> groups, char what, String word) {
        if (word != null) {
            groups.add(List.of(Row.key(what, word)));
        }
    }

    private static void addAny(List<List<String>> groups, char what, List<String> words) {
        if (!words.isEmpty()) {
            groups.add(words.stream().map(word -> Row.key(what, word)).toList());
        }
    }

    boolean matches(Row row) {
        return isVisible(row, caller)
                && (wish.types().isEmpty() || wish.types().contains(row.type()))
                && (entities.isEmpty() || entities.contains(row.kind()))
                && isOrNone(wish.actor(), row.actor())
                && isOrNone(resource, row.resource())
                && isOrNone(node, row.node())
                && (organisation == null
                        || organisation.equals(row.org())
                        || organisation.equals(row.audience()));
    }

    static boolean isVisible(Row row, Caller caller) {
        return caller.isAdmin()
                || Owners.EVERYBODY.equals(row.audience())
                || caller.orgId().equals(row.audience());
    }

    private static boolean isOrNone(String wanted, String word) {
        return wanted == null || wanted.equals(word);
    }
}
