package dev.aiwm.support.personal;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.types.Binary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keys in a MongoDB database of their own, for the set-up without an SQL database. */
final class MongoPersonalKeys implements PersonalKeys {
    private static final String CONTENT = "content";
    private final MongoCollection<Document> keys;

    MongoPersonalKeys(MongoDatabase database) {
        keys =
                database.getCollection("keys")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Map<String, byte[]> find(Collection<String> persons) {
        var found = new HashMap<String, byte[]>();
        for (Document key : keys.find(Filters.in("_id", persons))) {
            found.put(key.getString("_id"), key.get(CONTENT, Binary.class).getData());
        }
        return found;
    }

    @Override
    public void add(String person, byte[] key) {
        keys.updateOne(
                Filters.eq(person),
                Updates.setOnInsert(CONTENT, new Binary(key)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void destroy(String person) {
        keys.deleteOne(Filters.eq(person));
    }
}
