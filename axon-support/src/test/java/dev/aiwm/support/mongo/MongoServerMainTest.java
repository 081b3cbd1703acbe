package dev.aiwm.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;

import dev.aiwm.support.sample.ChildProcess;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class MongoServerMainTest {
    @TempDir Path folder;

    @Test
    void documents_outlive_the_process_that_keeps_them() throws Exception {
        String file = folder.resolve("deep/documents.mv").toString();
        try (var first = ChildProcess.start(MongoServerMain.class, file)) {
            insert(uri(first));
            first.stop();
        }
        try (var second = ChildProcess.start(MongoServerMain.class, file, "0")) {
            try (var client = MongoClients.create(uri(second))) {
                var found = client.getDatabase("kept").getCollection("things").find().first();
                assertThat(found).isNotNull().containsEntry("name", "kept");
            }
        }
    }

    @Test
    void wrong_arguments_are_refused() throws Exception {
        for (String[] arguments :
                new String[][] {
                    {}, {folder.toString(), "none"}, {folder.toString(), "70000"}, {"a", "1", "b"}
                }) {
            try (var process = ChildProcess.start(MongoServerMain.class, arguments)) {
                assertThat(process.exitCode()).isEqualTo(2);
            }
        }
    }

    private static void insert(String uri) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("kept")
                    .getCollection("things")
                    .insertOne(new Document("name", "kept"));
        }
    }

    private static String uri(ChildProcess process) throws IOException {
        String line = process.line();
        while (line != null && !line.startsWith("mongodb://")) {
            line = process.line();
        }
        assertThat(line).isNotNull();
        return line;
    }
}
