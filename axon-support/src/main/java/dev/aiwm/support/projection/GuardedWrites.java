package dev.aiwm.support.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;

import org.bson.Document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One unordered bulk of writes that never replace something newer. */
public final class GuardedWrites {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private GuardedWrites() {}

    /**
     * Replaces a document that is older by this field, or inserts it. Where a newer one is, nothing
     * matches, and the insert that is tried instead fails on its id.
     */
    static WriteModel<Document> put(Document document, String guard) {
        return new ReplaceOneModel<>(
                filter("_id", document.get("_id"), guard, "$lt", document.get(guard)),
                document,
                UPSERT);
    }

    /** Without {@code $and}, below which the in-process server does not find the id's index. */
    public static Document filter(
            String field, Object value, String guard, String comparison, Object bound) {
        return new Document(field, value).append(guard, new Document(comparison, bound));
    }

    /**
     * Brings documents, and returns the places in the list of those that found something newer.
     * What is not known to be there is inserted, which costs less.
     */
    static Set<Integer> bring(
            MongoCollection<Document> collection,
            List<Document> documents,
            Set<String> known,
            String guard) {
        var writes = new ArrayList<WriteModel<Document>>(documents.size());
        for (Document document : documents) {
            writes.add(
                    known.contains(document.getString("_id"))
                            ? put(document, guard)
                            : new InsertOneModel<>(document));
        }
        Set<Integer> stale = write(collection, writes);
        stale.removeIf(
                place ->
                        writes.get(place) instanceof InsertOneModel
                                && write(collection, List.of(put(documents.get(place), guard)))
                                        .isEmpty());
        return stale;
    }

    /** Returns the places in the list of those writes that found something newer. */
    public static Set<Integer> write(
            MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        var stale = new HashSet<Integer>();
        if (writes.isEmpty()) {
            return stale;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                stale.add(error.getIndex());
            }
            if (e.getWriteConcernError() != null) {
                throw e;
            }
        }
        return stale;
    }
}
