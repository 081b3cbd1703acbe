package dev.aiwm.query.audit;

import dev.aiwm.query.stream.Owners;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of an event so that it is found.
 *
 * @param org of the request that it goes back to
 * @param audience whose members may see it, {@link Owners#EVERYBODY}, or null when only
 *     administrators may
 * @param resource that it concerns, or null
 * @param node that it concerns, or null
 * @param commandCause what caused the command that decided it, or null
 */
record Row(
        long position,
        long millis,
        String type,
        String kind,
        String id,
        String eventId,
        String actor,
        String origin,
        String org,
        String audience,
        String resource,
        String node,
        String correlationId,
        String causationId,
        String commandCause) {
    /** Words under which a segment is known to have it. */
    List<String> keys() {
        var keys = new ArrayList<String>();
        keys.add(key('t', type));
        keys.add(key('e', kind));
        keys.add(key('a', actor));
        keys.add(key('o', org));
        keys.add(key('v', audience));
        keys.add(key('r', resource));
        keys.add(key('n', node));
        keys.add(key('i', eventId));
        keys.add(key('i', correlationId));
        keys.add(key('i', causationId));
        keys.add(key('i', commandCause));
        keys.removeIf(key -> key == null);
        return keys;
    }

    static String key(char what, String word) {
        return word == null ? null : what + ":" + word;
    }
}
