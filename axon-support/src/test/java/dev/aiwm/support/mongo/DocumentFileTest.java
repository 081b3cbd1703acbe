package dev.aiwm.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import dev.aiwm.support.sample.ChildProcess;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class DocumentFileTest {
    private static final int KILLS = Integer.getInteger("aiwm.test.kills", 3);

    @TempDir Path folder;

    @Test
    void documents_indexes_and_deletions_survive_a_restart() {
        on(
                client -> {
                    var things = client.getDatabase("side").getCollection("things");
                    things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
                    things.insertOne(new Document("_id", 1).append("name", "one"));
                    things.insertOne(new Document("_id", "2").append("name", "two"));
                    things.insertOne(new Document("_id", 3L).append("name", "three"));
                    things.deleteOne(Filters.eq("_id", 3));
                });
        on(
                client -> {
                    var things = client.getDatabase("side").getCollection("things");
                    assertThat(things.countDocuments()).isEqualTo(2);
                    assertThat(things.find(Filters.eq("_id", 1)).first())
                            .containsEntry("name", "one");
                    assertThat(things.find(Filters.eq("name", "two")).first())
                            .containsEntry("_id", "2");
                    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(2);
                    assertThatThrownBy(
                                    () ->
                                            things.insertOne(
                                                    new Document("_id", 4).append("name", "one")))
                            .hasMessageContaining("duplicate key");
                });
    }

    @Test
    void a_dropped_collection_is_gone_and_can_be_made_again() {
        on(
                client -> {
                    var things = client.getDatabase("side").getCollection("things");
                    things.insertOne(new Document("_id", 1));
                    things.drop();
                    things.insertOne(new Document("_id", 2));
                });
        on(
                client ->
                        assertThat(
                                        client.getDatabase("side")
                                                .getCollection("things")
                                                .find()
                                                .into(new ArrayList<>()))
                                .containsExactly(new Document("_id", 2)));
    }

    @Test
    void a_file_that_cannot_be_read_is_replaced() throws IOException {
        on(client -> client.getDatabase("side").getCollection("things").insertOne(new Document()));
        Files.write(file(), new byte[64 * 1024]);

        on(
                client ->
                        assertThat(
                                        client.getDatabase("side")
                                                .getCollection("things")
                                                .countDocuments())
                                .isZero());
    }

    @Test
    void after_a_kill_documents_are_never_older_than_their_token() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            int written = writeAndKill(400 * kill);
            on(client -> assertThat(tokenAfterCheck(client)).isLessThanOrEqualTo(written + 1));
        }
    }

    private int writeAndKill(int rounds) throws Exception {
        try (var writer = ChildProcess.start(DocumentWriter.class, file().toString())) {
            int written = 0;
            while (written < rounds) {
                written = Integer.parseInt(writer.line());
            }
            writer.kill();
            for (String line = writer.line(); line != null; line = writer.line()) {
                written = Integer.parseInt(line);
            }
            return written;
        }
    }

    private static int tokenAfterCheck(MongoClient client) {
        var side = client.getDatabase("side");
        Document token = side.getCollection("tokens").find().first();
        int round = token == null ? 0 : token.getInteger("round");
        for (int first = 0; first <= round; first += 100) {
            int last = Math.min(first + 99, round);
            List<Document> documents =
                    side.getCollection("documents")
                            .find(Filters.regex("_id", "-" + first / 100 + "$"))
                            .into(new ArrayList<>());
            assertThat(documents)
                    .hasSize(round == 0 ? 0 : DocumentWriter.DOCUMENTS)
                    .allSatisfy(
                            document ->
                                    assertThat(document.getInteger("round"))
                                            .isGreaterThanOrEqualTo(last));
        }
        side.getCollection("documents").drop();
        side.getCollection("tokens").drop();
        return round;
    }

    private void on(Consumer<MongoClient> work) {
        try (var server = MongoServerInProcess.on(file(), 0);
                var client = MongoClients.create(server.uri())) {
            work.accept(client);
        }
    }

    private Path file() {
        return folder.resolve("documents.mv");
    }
}
