package dev.aiwm.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aiwm.support.sample.CounterApplication;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

class ReadDatabasesTest {
    @TempDir Path data;

    record Note(String id, UUID author, Instant at) {}

    @Test
    void the_sides_do_not_see_each_other() {
        try (var program = CounterApplication.start(data)) {
            var databases = program.getBean(ReadDatabases.class);
            var note = new Note("a", UUID.randomUUID(), Instant.ofEpochSecond(1));
            databases.template("query").save(note, "notes");

            assertThat(databases.template("query").findById("a", Note.class, "notes"))
                    .isEqualTo(note);
            assertThat(databases.template("command").findById("a", Note.class, "notes")).isNull();
            assertThat(program.getBean(MongoTemplate.class)).isSameAs(databases.template("query"));
            assertThatCode(databases::ping).doesNotThrowAnyException();
        }
    }

    @Test
    void a_replay_token_comes_back_as_it_was_stored() {
        try (var program = CounterApplication.start(data)) {
            var tokens = program.getBean(ReadDatabases.class).tokenStore("query");
            var token =
                    ReplayToken.createReplayToken(
                            new GlobalSequenceTrackingToken(9),
                            new GlobalSequenceTrackingToken(3),
                            "because");
            tokens.initializeTokenSegments("resources", 1, token);

            assertThat(tokens.fetchToken("resources", Segment.ROOT_SEGMENT)).isEqualTo(token);
        }
    }
}
