package dev.aiwm.support.projection;

import dev.aiwm.support.log.LoggedEvent;

import java.util.List;

/** Brings a batch of events into a collection, whole or not at all; may be repeated. */
interface BatchWriter {
    void write(List<LoggedEvent> batch);

    /** Another process may write from now on: what is remembered may be out of date. */
    void forget();
}
