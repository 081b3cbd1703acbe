package dev.aiwm.command.vault;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import dev.aiwm.contracts.SecretRef;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Secrets in a MongoDB database of their own, for the set-up without an SQL database. */
final class MongoSecretStore implements SecretStore {
    private static final String OWNER = "ownerId";
    private static final String CREATED = "createdAt";
    private final MongoCollection<Document> secrets;

    MongoSecretStore(MongoDatabase database) {
        secrets =
                database.getCollection("secrets")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        secrets.createIndex(Indexes.ascending(OWNER));
    }

    @Override
    public void add(Sealed secret) {
        secrets.updateOne(
                Filters.eq(secret.ref().value()),
                Updates.combine(
                        Updates.setOnInsert(OWNER, secret.ownerId()),
                        Updates.setOnInsert("name", secret.name()),
                        Updates.setOnInsert("sealed", new Binary(secret.content())),
                        Updates.setOnInsert(CREATED, secret.createdAt().toEpochMilli())),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<Sealed> find(SecretRef ref) {
        Document found = secrets.find(Filters.eq(ref.value())).first();
        return Optional.ofNullable(found)
                .map(
                        document ->
                                new Sealed(
                                        ref,
                                        document.getString(OWNER),
                                        document.getString("name"),
                                        document.get("sealed", Binary.class).getData(),
                                        Instant.ofEpochMilli(document.getLong(CREATED))));
    }

    @Override
    public void remove(SecretRef ref) {
        secrets.deleteOne(Filters.eq(ref.value()));
    }

    @Override
    public void removeAllOf(String ownerId) {
        secrets.deleteMany(Filters.eq(OWNER, ownerId));
    }

    @Override
    public void removeOthers(String ownerId, Collection<SecretRef> kept, Instant before) {
        secrets.deleteMany(
                Filters.and(
                        Filters.eq(OWNER, ownerId),
                        Filters.lt(CREATED, before.toEpochMilli()),
                        Filters.nin("_id", kept.stream().map(SecretRef::value).toList())));
    }

    @Override
    public List<String> ownersBefore(Instant instant) {
        return secrets.distinct(OWNER, Filters.lt(CREATED, instant.toEpochMilli()), String.class)
                .into(new ArrayList<>());
    }
}
