package dev.aiwm.query.past;

import dev.aiwm.support.log.Position;

import java.util.function.Supplier;

/**
 * An entity in a cut.
 *
 * @param fields what lists filter and sort by
 * @param text its state, put together only when it is wanted
 */
record CutEntry(
        String id, long sequence, Position position, Fields fields, Supplier<String> text) {}
