package dev.aiwm.support.lease;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import org.bson.Document;

import java.time.Clock;
import java.time.Duration;

/**
 * What only one replica may do at a time: it is done by whoever holds the lease of that name.
 * Leases run out by themselves; a holder renews its own by asking again. Two replicas whose clocks
 * differ by more than a lease may both hold it: what is done under a lease must bear being done
 * twice.
 */
public final class Leases {
    private static final String HOLDER = "holder";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> collection;
    private final String replica;
    private final Duration validity;
    private final Clock clock;

    public Leases(
            MongoCollection<Document> collection, String replica, Duration validity, Clock clock) {
        this.collection = collection;
        this.replica = replica;
        this.validity = validity;
        this.clock = clock;
    }

    /** Gets or keeps the lease and says whether this replica has it now. */
    public boolean hold(String name) {
        long now = clock.millis();
        var mineOrOver =
                Filters.and(
                        Filters.eq("_id", name),
                        Filters.or(Filters.eq(HOLDER, replica), Filters.lt(UNTIL, now)));
        var mine =
                Updates.combine(
                        Updates.set(HOLDER, replica),
                        Updates.set(UNTIL, now + validity.toMillis()));
        try {
            collection.updateOne(mineOrOver, mine, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Lets others have it at once. */
    public void release(String name) {
        collection.deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq(HOLDER, replica)));
    }
}
