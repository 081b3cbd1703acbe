package dev.aiwm.query.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.query.Program;
import dev.aiwm.support.mongo.MongoServerInProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;

class StoreAwayTest {
    private static final String DOCUMENTS = "documents/documents.mv";

    @TempDir Path data;

    @Test
    void a_read_without_the_documents_is_to_be_tried_again() {
        try (var program = Program.start(data)) {
            program.settled();
            var documents = program.bean(MongoServerInProcess.class);
            int port = URI.create(documents.uri()).getPort();
            documents.close();

            var answer = program.get("/api/resources");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().get("code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();

            try (var again = MongoServerInProcess.on(data.resolve(DOCUMENTS), port)) {
                assertThat(again.uri()).isEqualTo(documents.uri());
                assertThat(program.get("/api/resources").status()).isEqualTo(200);
                program.close();
            }
        }
    }
}
