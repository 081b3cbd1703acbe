package dev.aiwm.command.clock;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.support.projection.IndexModel;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** The deadlines that events have set, as far as the index knows. */
final class Deadlines {
    private static final Bson BY_TIME = Sorts.ascending(Deadline.DUE_AT, "_id");

    private final IndexModel index;

    Deadlines(IndexModel index) {
        this.index = index;
    }

    /** What is due by then, first things first. */
    List<Deadline> dueBy(long millis, int limit) {
        var due = new ArrayList<Deadline>();
        for (Document found :
                index.collection()
                        .find(Filters.lte(Deadline.DUE_AT, millis))
                        .sort(BY_TIME)
                        .limit(limit)) {
            due.add(Deadline.of(found));
        }
        return due;
    }

    OptionalLong nextAfter(long millis) {
        Document next =
                index.collection()
                        .find(Filters.gt(Deadline.DUE_AT, millis))
                        .sort(BY_TIME)
                        .limit(1)
                        .first();
        return next == null ? OptionalLong.empty() : OptionalLong.of(Deadline.of(next).dueAt());
    }

    /**
     * Every event that is in the log by now is in the index, but for a few that are on their way.
     */
    boolean areCaughtUp(int allowed) {
        return index.lag() <= allowed;
    }

    /** Tells when the first of some that are new is due. */
    void onNew(LongConsumer listener) {
        index.onPut(
                documents ->
                        documents.stream()
                                .mapToLong(document -> document.getLong(Deadline.DUE_AT))
                                .min()
                                .ifPresent(listener));
    }
}
