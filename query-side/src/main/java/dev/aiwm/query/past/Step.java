package dev.aiwm.query.past;

import dev.aiwm.support.log.LoggedEvent;

/**
 * One event of an entity and what it changed.
 *
 * @param before null for the first event
 */
public record Step<S>(LoggedEvent event, S before, S after) {}
