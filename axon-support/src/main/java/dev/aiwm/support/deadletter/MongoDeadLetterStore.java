package dev.aiwm.support.deadletter;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dead letters beside sagas and their tokens, for the set-up without an SQL database. */
public final class MongoDeadLetterStore implements DeadLetterStore {
    private static final String PROCESSOR = "processor";
    private static final String POSITION = "position";
    private static final Bson IN_ORDER = Sorts.ascending(POSITION, "_id");

    private final MongoCollection<Document> letters;

    public MongoDeadLetterStore(MongoDatabase database) {
        letters =
                database.getCollection("parkedEvents")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        letters.createIndex(Indexes.ascending(PROCESSOR, POSITION));
    }

    @Override
    public void put(DeadLetter letter) {
        letters.replaceOne(
                Filters.eq(letter.id()), document(letter), new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String id) {
        letters.deleteOne(Filters.eq(id));
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(Filters.eq(id)).first())
                .map(MongoDeadLetterStore::letter);
    }

    @Override
    public List<DeadLetter> of(String processor) {
        return read(Filters.eq(PROCESSOR, processor));
    }

    @Override
    public List<DeadLetter> all() {
        return read(Filters.empty());
    }

    private List<DeadLetter> read(Bson filter) {
        return letters.find(filter)
                .sort(IN_ORDER)
                .map(MongoDeadLetterStore::letter)
                .into(new ArrayList<>());
    }

    private static Document document(DeadLetter letter) {
        return new Document("_id", letter.id())
                .append(PROCESSOR, letter.processor())
                .append(POSITION, letter.position().value())
                .append("eventId", letter.eventId())
                .append("eventType", letter.eventType())
                .append("aggregateId", letter.aggregateId())
                .append("concerns", List.copyOf(letter.concerns()))
                .append("parkedAt", letter.parkedAt().toEpochMilli())
                .append("attempts", letter.attempts())
                .append(
                        "triedAt",
                        letter.triedAt() == null ? null : letter.triedAt().toEpochMilli())
                .append("cause", letter.cause());
    }

    private static DeadLetter letter(Document document) {
        Long triedAt = document.getLong("triedAt");
        return new DeadLetter(
                document.getString("_id"),
                document.getString(PROCESSOR),
                new Position(document.getLong(POSITION)),
                document.getString("eventId"),
                document.getString("eventType"),
                document.getString("aggregateId"),
                Set.copyOf(document.getList("concerns", String.class)),
                Instant.ofEpochMilli(document.getLong("parkedAt")),
                document.getInteger("attempts"),
                triedAt == null ? null : Instant.ofEpochMilli(triedAt),
                document.getString("cause"));
    }
}
