package dev.aiwm.support.projection;

import dev.aiwm.support.log.Position;

/**
 * A state as a read model has it.
 *
 * @param sequence of the aggregate's last event in it
 * @param position of that event in the log
 */
public record Stored<S>(String id, long sequence, Position position, S state) {}
