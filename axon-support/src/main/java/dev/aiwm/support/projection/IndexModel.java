package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;

import dev.aiwm.support.log.Position;

import org.bson.Document;

import java.util.Collection;
import java.util.function.Consumer;

/** An index that a projection keeps, for those who read it. */
public interface IndexModel {
    /**
     * The documents as they stand: {@code _id}, {@code position} of the event that put it, and the
     * fields. Ask anew for every read: a rebuild replaces the collection.
     */
    MongoCollection<Document> collection();

    /**
     * Tells of the documents that a batch put, after they can be read; only what this process
     * wrote. It runs on the projection's thread and must be quick.
     */
    void onPut(Consumer<Collection<Document>> listener);

    /** Every event up to there is in the index. */
    Position position();

    /** How many events of the log are not yet in the index. */
    long lag();
}
