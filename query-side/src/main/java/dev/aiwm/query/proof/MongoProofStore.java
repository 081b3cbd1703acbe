package dev.aiwm.query.proof;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;

import org.bson.Document;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A database of its own in MongoDB, for what several processes write. */
final class MongoProofStore implements ProofStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = "_id";
    private static final String EVENT = "event";
    private static final String HASH = "hash";
    private static final String CHECKPOINT = "checkpoint";

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> checkpoints;

    MongoProofStore(MongoDatabase database) {
        var durable = WriteConcern.MAJORITY.withJournal(true);
        links = database.getCollection("links").withWriteConcern(durable);
        checkpoints = database.getCollection("checkpoints").withWriteConcern(durable);
        links.createIndex(Indexes.ascending(EVENT));
    }

    @Override
    public long linkedTo() {
        return last(links).map(document -> document.getLong(ID)).orElse(0L);
    }

    private static Optional<Document> last(MongoCollection<Document> collection) {
        return Optional.ofNullable(collection.find().sort(Sorts.descending(ID)).limit(1).first());
    }

    @Override
    public List<Link> links(long after, int limit) {
        List<Link> found = new ArrayList<>();
        for (Document document :
                links.find(Filters.gt(ID, after)).sort(Sorts.ascending(ID)).limit(limit)) {
            found.add(
                    new Link(
                            document.getLong(ID),
                            document.getString(EVENT),
                            document.getString(HASH)));
        }
        return found;
    }

    @Override
    public void append(List<Link> newLinks) {
        List<Document> documents =
                newLinks.stream()
                        .map(
                                link ->
                                        new Document(ID, link.position())
                                                .append(EVENT, link.eventId())
                                                .append(HASH, link.hash()))
                        .toList();
        try {
            links.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean anotherWasFaster =
                    e.getWriteConcernError() == null
                            && e.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            if (!anotherWasFaster) {
                throw e;
            }
        }
    }

    @Override
    public int lastCheckpoint() {
        return last(checkpoints).map(document -> document.getInteger(ID)).orElse(0);
    }

    @Override
    public Optional<Checkpoint> checkpoint(int number) {
        return Optional.ofNullable(checkpoints.find(Filters.eq(ID, number)).first())
                .map(found -> JSON.readValue(found.getString(CHECKPOINT), Checkpoint.class));
    }

    @Override
    public boolean append(Checkpoint checkpoint) {
        try {
            checkpoints.insertOne(
                    new Document(ID, checkpoint.number())
                            .append(CHECKPOINT, JSON.writeValueAsString(checkpoint)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public OptionalLong positionOf(String eventId) {
        Document found = links.find(Filters.eq(EVENT, eventId)).first();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong(ID));
    }
}
