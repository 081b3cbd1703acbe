package dev.aiwm.support.projection;

import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * States as documents: the state as one text, and beside it what lists filter and sort by. The text
 * is kept as its bytes: strings are encoded and checked a character at a time on their way.
 */
final class StateDocuments<S> {
    private final StateJson<S> json;
    private final Function<S, Map<String, Object>> fields;

    StateDocuments(Class<S> type, Function<S, Map<String, Object>> fields) {
        this.json = new StateJson<>(type);
        this.fields = fields;
    }

    Document write(Stored<S> stored) {
        var document = new Document("_id", stored.id());
        document.put("sequence", stored.sequence());
        document.put("position", stored.position().value());
        document.put("writtenAt", Instant.now());
        document.putAll(fields.apply(stored.state()));
        document.put("state", new Binary(json.encode(stored.state())));
        return document;
    }

    Stored<S> read(Document document) {
        return new Stored<>(
                document.getString("_id"),
                document.getLong("sequence"),
                new Position(document.getLong("position")),
                json.decode(document.get("state", Binary.class).getData()));
    }
}
