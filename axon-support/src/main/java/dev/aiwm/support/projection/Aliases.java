package dev.aiwm.support.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.util.List;

/** The persisted aliases. Every change is one conditional update, so that replicas may race. */
final class Aliases {
    private static final String ACTIVE = "active.generation";
    private static final String NEXT = "next";
    private static final String NEXT_GENERATION = "next.generation";

    private final MongoCollection<Document> collection;
    private final Clock clock;

    Aliases(MongoCollection<Document> collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    /** The alias; made with a first generation that answers at once when there is none. */
    Alias ensure(String name, int version) {
        Document found = collection.find(eq("_id", name)).first();
        if (found != null) {
            return Alias.of(found);
        }
        var first = new Alias.Entry(1, version, clock.instant(), "start");
        try {
            collection.insertOne(
                    new Document("_id", name)
                            .append("active", first.document())
                            .append(NEXT, null)
                            .append("retired", List.of()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return Alias.of(collection.find(eq("_id", name)).first());
    }

    /** Orders a new generation unless one for this version is being built already. */
    void order(Alias alias, int version, String by) {
        if (alias.next() != null && alias.next().version() == version) {
            return;
        }
        int newest = alias.next() == null ? alias.active().generation() : alias.next().generation();
        var entry = new Alias.Entry(newest + 1, version, clock.instant(), by);
        var change = set(NEXT, entry.document());
        collection.updateOne(
                same(alias),
                alias.next() == null ? change : combine(change, retire(alias.next().generation())));
    }

    /** Makes the next generation the one that answers; false when another replica was first. */
    boolean takeOver(Alias alias) {
        return collection
                        .updateOne(
                                same(alias),
                                combine(
                                        set("active", alias.next().document()),
                                        set(NEXT, null),
                                        set("switchedAt", clock.millis()),
                                        retire(alias.active().generation())))
                        .getModifiedCount()
                > 0;
    }

    private Bson retire(int generation) {
        return push("retired", new Document("generation", generation).append("at", clock.millis()));
    }

    private static Bson same(Alias alias) {
        return and(
                eq("_id", alias.name()),
                eq(ACTIVE, alias.active().generation()),
                alias.next() == null
                        ? eq(NEXT, null)
                        : eq(NEXT_GENERATION, alias.next().generation()));
    }

    /** A retired generation is gone. */
    void forget(String name, int generation) {
        collection.updateOne(
                eq("_id", name), pull("retired", new Document("generation", generation)));
    }
}
