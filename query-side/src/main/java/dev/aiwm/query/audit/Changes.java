package dev.aiwm.query.audit;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields differ between two views of an entity. Objects are looked into, and lists of the
 * same length that hold objects; anything else is one value. What is new is told as a whole.
 */
final class Changes {
    /** They follow from the others, or change with every event. */
    private static final Set<String> DERIVED =
            Set.of("/version", "/updatedAt", "/allowedActions", "/lastHeartbeat");

    private Changes() {}

    /**
     * @param before null when there was none
     * @param after null when there is none
     */
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<FieldChange>();
        if (before == null || after == null) {
            fieldsOf(before == null ? after : before)
                    .forEach(name -> compareField("", name, before, after, changes));
        } else {
            compare("", before, after, changes);
        }
        return changes;
    }

    private static Set<String> fieldsOf(JsonNode node) {
        return node == null ? Set.of() : new TreeSet<>(node.propertyNames());
    }

    private static void compare(
            String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compareField(pointer, name, before, after, changes));
        } else if (areComparableLists(before, after)) {
            for (int i = 0; i < before.size(); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), changes);
            }
        } else {
            changes.add(new FieldChange(pointer, before, after));
        }
    }

    private static boolean areComparableLists(JsonNode before, JsonNode after) {
        return before != null
                && after != null
                && before.isArray()
                && after.isArray()
                && before.size() == after.size()
                && before.size() > 0
                && before.get(0).isObject();
    }

    private static void compareField(
            String pointer,
            String name,
            JsonNode before,
            JsonNode after,
            List<FieldChange> changes) {
        String field = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        JsonNode old = before == null ? null : before.get(name);
        JsonNode now = after == null ? null : after.get(name);
        boolean nothing = isNothing(old) && isNothing(now);
        if (!nothing && !DERIVED.contains(field)) {
            compare(field, isNothing(old) ? null : old, isNothing(now) ? null : now, changes);
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value == null || value.isNull();
    }
}
