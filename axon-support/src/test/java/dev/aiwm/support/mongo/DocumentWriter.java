package dev.aiwm.support.mongo;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes rounds of documents, each followed by its token, until it is killed. */
final class DocumentWriter {
    static final int DOCUMENTS = 40;

    private DocumentWriter() {}

    public static void main(String[] arguments) {
        var upsert = new ReplaceOptions().upsert(true);
        try (var server = MongoServerInProcess.on(Path.of(arguments[0]), 0);
                var client = MongoClients.create(server.uri())) {
            MongoCollection<Document> documents =
                    client.getDatabase("side").getCollection("documents");
            MongoCollection<Document> tokens = client.getDatabase("side").getCollection("tokens");
            for (int round = 1; ; round++) {
                documents.bulkWrite(round(round, upsert));
                tokens.replaceOne(
                        Filters.eq("_id", "token"),
                        new Document("_id", "token").append("round", round),
                        upsert);
                System.out.println(round);
            }
        }
    }

    private static List<ReplaceOneModel<Document>> round(int round, ReplaceOptions upsert) {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(
                        id ->
                                new ReplaceOneModel<>(
                                        Filters.eq("_id", id + "-" + round / 100),
                                        new Document("_id", id + "-" + round / 100)
                                                .append("round", round),
                                        upsert))
                .toList();
    }
}
