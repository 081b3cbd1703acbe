package dev.aiwm.query.projection;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;
import dev.aiwm.query.QuerySide;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.projection.Projections;

import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.concurrent.Executors;

class VerifyingProjectionsTest {
    private static final String PATH = "/api/admin/projections/resources/verify";
    private static final int LOAD = Integer.getInteger("aiwm.test.verify.load", 100);

    @TempDir static Path data;
    private static Program program;
    private static String admin;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
        for (int i = 0; i < 20; i++) {
            happen();
        }
        program.settled();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ResourceId happen() {
        var id = ResourceId.random();
        program.happened(id, created(id, "checked"), deploying(id), started(id));
        return id;
    }

    private static MongoCollection<Document> collection() {
        return program.bean(ReadDatabases.class)
                .database(QuerySide.NAME)
                .getCollection("resources@" + program.status("resources").generation());
    }

    private static JsonNode verify() {
        var answer = program.getAs(admin, PATH);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static void assertOnly(String id, String kind) {
        var found = verify();
        assertThat(found.get("same").asBoolean()).isFalse();
        assertThat(found.get("differing").asInt()).isEqualTo(1);
        assertThat(found.at("/differences/0/id").asString()).isEqualTo(id);
        assertThat(found.at("/differences/0/kind").asString()).isEqualTo(kind);
    }

    @Test
    void each_way_of_being_wrong_is_named() {
        var id = happen().value();
        program.settled();
        assertThat(verify().get("same").asBoolean()).isTrue();
        Document good = collection().find(Filters.eq("_id", id)).first();

        collection().updateOne(Filters.eq("_id", id), Updates.set("status", "stopped"));
        assertOnly(id, "differs");
        assertThat(verify().at("/differences/0/fields").toString()).isEqualTo("[\"status\"]");

        collection()
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.set(
                                "state",
                                StateText.with(
                                        good.get("state", Binary.class), "checked", "doctored")));
        assertThat(verify().at("/differences/0/fields").toString())
                .isEqualTo("[\"state\",\"status\"]");

        collection().replaceOne(Filters.eq("_id", id), new Document(good).append("sequence", 1L));
        assertOnly(id, "behind");

        collection().deleteOne(Filters.eq("_id", id));
        assertOnly(id, "missing");

        collection().insertOne(good);
        collection().insertOne(new Document(good).append("_id", "nobody"));
        assertOnly("nobody", "extra");

        collection().deleteOne(Filters.eq("_id", "nobody"));
        assertThat(verify().get("same").asBoolean()).isTrue();
    }

    @Test
    void what_goes_on_meanwhile_is_no_difference_and_nor_is_a_rebuild() throws Exception {
        var writer = Executors.newSingleThreadExecutor();
        try {
            var writing =
                    writer.submit(
                            () -> {
                                for (int i = 0; i < LOAD; i++) {
                                    happen();
                                }
                            });
            int before = program.status("resources").generation();
            program.bean(Projections.class).rebuild("resources", "test");
            do {
                assertThat(verify().get("differences").toString()).isEqualTo("[]");
            } while (!writing.isDone() || program.status("resources").generation() == before);
            writing.get();
            program.settled();
            var last = verify();
            assertThat(last.get("generation").asInt()).isGreaterThan(before);
            assertThat(last.get("same").asBoolean()).isTrue();
            assertThat(last.get("documents").asInt()).isGreaterThanOrEqualTo(20 + LOAD);
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void only_an_admin_may_and_only_of_what_is_there() {
        assertThat(program.get(PATH).status()).isEqualTo(403);
        assertThat(program.getAs(admin, "/api/admin/projections/nothing/verify").status())
                .isEqualTo(404);
    }
}
