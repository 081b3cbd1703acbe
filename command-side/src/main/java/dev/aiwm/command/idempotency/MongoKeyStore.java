package dev.aiwm.command.idempotency;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.Optional;

/** Keyed requests in MongoDB, for the set-up without an SQL database. */
final class MongoKeyStore implements KeyStore {
    private static final String HOLDER = "holder";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String CREATED = "createdAt";
    private static final String ANSWER = "answer";
    private final MongoCollection<Document> requests;

    MongoKeyStore(MongoDatabase database) {
        requests =
                database.getCollection("idempotency_keys")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
        requests.createIndex(Indexes.ascending(CREATED));
    }

    private static Bson id(String caller, String key) {
        return Filters.eq(new Document("caller", caller).append("key", key));
    }

    @Override
    public boolean add(KeyedRequest request) {
        try {
            requests.insertOne(
                    new Document(
                                    "_id",
                                    new Document("caller", request.caller())
                                            .append("key", request.key()))
                            .append("fingerprint", request.fingerprint())
                            .append("resourceId", request.resourceId().value())
                            .append("executionId", request.executionId().value())
                            .append(HOLDER, request.holder())
                            .append(HELD_UNTIL, request.heldUntil().toEpochMilli())
                            .append(CREATED, request.createdAt().toEpochMilli()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<KeyedRequest> find(String caller, String key) {
        return Optional.ofNullable(requests.find(id(caller, key)).first())
                .map(found -> read(caller, key, found));
    }

    private static KeyedRequest read(String caller, String key, Document found) {
        Binary answer = found.get(ANSWER, Binary.class);
        return new KeyedRequest(
                caller,
                key,
                found.getString("fingerprint"),
                ResourceId.of(found.getString("resourceId")),
                ExecutionId.of(found.getString("executionId")),
                found.getString(HOLDER),
                Instant.ofEpochMilli(found.getLong(HELD_UNTIL)),
                Instant.ofEpochMilli(found.getLong(CREATED)),
                answer == null ? null : answer.getData());
    }

    @Override
    public boolean takeOver(KeyedRequest seen, String holder, Instant heldUntil) {
        return requests.updateOne(
                                Filters.and(
                                        id(seen.caller(), seen.key()),
                                        Filters.eq(HELD_UNTIL, seen.heldUntil().toEpochMilli()),
                                        Filters.exists(ANSWER, false)),
                                Updates.combine(
                                        Updates.set(HOLDER, holder),
                                        Updates.set(HELD_UNTIL, heldUntil.toEpochMilli())))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void prolong(String holder, Instant since, Instant heldUntil) {
        requests.updateMany(
                Filters.and(
                        Filters.gte(CREATED, since.toEpochMilli()),
                        Filters.eq(HOLDER, holder),
                        Filters.gt(HELD_UNTIL, 0L),
                        Filters.exists(ANSWER, false)),
                Updates.set(HELD_UNTIL, heldUntil.toEpochMilli()));
    }

    @Override
    public void answer(String caller, String key, byte[] answer) {
        requests.updateOne(
                id(caller, key),
                Updates.combine(Updates.set(ANSWER, new Binary(answer)), Updates.unset(HOLDER)));
    }

    @Override
    public void letGo(String caller, String key) {
        requests.updateOne(
                Filters.and(id(caller, key), Filters.exists(ANSWER, false)),
                Updates.set(HELD_UNTIL, 0L));
    }

    @Override
    public void remove(String caller, String key) {
        requests.deleteOne(id(caller, key));
    }

    @Override
    public void removeOlderThan(Instant instant) {
        requests.deleteMany(Filters.lt(CREATED, instant.toEpochMilli()));
    }
}
