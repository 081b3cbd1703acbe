package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;

import dev.aiwm.command.testing.TestDatabases;
import dev.aiwm.command.token.VerifiedToken;
import dev.aiwm.contracts.NodeId;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SessionRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestDatabases databases = new TestDatabases();
    private final MongoCollection<Document> records =
            databases.mongo().getCollection("node_sessions");
    private final SessionRecords here = new SessionRecords(records, "here");
    private final SessionRecords there = new SessionRecords(records, "there");

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void a_session_is_seen_by_the_other_replica_from_its_first_note_on() {
        here.note(List.of(session("node-a", 1, 10)));

        assertThat(there.heard(List.of("node-a", "node-b")))
                .containsOnlyKeys("node-a")
                .containsValue(at(10));

        here.note(List.of(session("node-a", 1, 15)));

        assertThat(there.heard(List.of("node-a"))).containsValue(at(15));
    }

    @Test
    void the_session_that_a_newer_one_took_the_place_of_hides_neither_it_nor_others() {
        here.note(List.of(session("node-a", 1, 10)));
        there.note(List.of(session("node-a", 2, 20)));

        here.note(List.of(session("node-a", 1, 30), session("node-b", 1, 30)));

        assertThat(there.heard(List.of("node-a", "node-b")))
                .containsEntry("node-a", at(20))
                .containsEntry("node-b", at(30));
    }

    private static NodeSession session(String node, long epoch, int heard) {
        var token = new VerifiedToken(NodeId.of(node), "token", NOON);
        var session = new NodeSession(token, null, null, null, null, null, null, NOON);
        session.registered(epoch);
        session.heard(at(heard));
        return session;
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
