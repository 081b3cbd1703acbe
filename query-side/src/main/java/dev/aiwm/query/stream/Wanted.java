package dev.aiwm.query.stream;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.web.identity.Caller;

import java.util.Set;

/**
 * Which events a client is sent.
 *
 * @param entities none means all
 * @param id of the one entity that is wanted, or null
 */
record Wanted(Set<Entity> entities, String id, Caller caller) {
    Wanted {
        entities = Set.copyOf(entities);
    }

    boolean includes(LoggedEvent event, Owners owners) {
        return Entity.of(event.payload())
                .filter(entity -> entities.isEmpty() || entities.contains(entity))
                .filter(entity -> id == null || id.equals(Entity.idOf(event.payload())))
                .filter(entity -> owners.mayBeSeen(event, caller))
                .isPresent();
    }
}
