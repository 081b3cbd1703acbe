package dev.aiwm.query.projection;

import static dev.aiwm.query.Events.NODE;
import static dev.aiwm.query.Events.bulk;
import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;
import static dev.aiwm.query.Events.reserved;
import static dev.aiwm.query.Events.schedule;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.query.Program;
import dev.aiwm.query.QuerySide;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.projection.Projections;

import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class EveryProjectionTest {
    private static final List<String> NAMES =
            List.of("resources", "nodes", "executions", "bulk-operations", "schedules", "users");
    private static final long PATIENCE = 30_000_000_000L;

    @TempDir Path data;

    private static ResourceId happen(Program program) {
        var id = ResourceId.random();
        program.happened(NODE, enrolled(NODE), connected(NODE));
        for (int i = 0; i < 20; i++) {
            id = ResourceId.random();
            var execution = ExecutionId.random();
            program.happened(NODE, reserved(NODE, id));
            program.happened(id, created(id, "r" + i), deploying(id), started(id));
            program.happened(execution, execution(execution, id));
            var bulk = BulkId.random();
            program.happened(bulk, bulk(bulk, id));
            var schedule = ScheduleId.random();
            program.happened(schedule, schedule(schedule, id));
            var user = UserId.random();
            program.happened(user, new UserDescribed(user, "org-1", new Sealed(user.value(), "")));
        }
        program.settled();
        return id;
    }

    private static MongoDatabase database(Program program) {
        return program.bean(ReadDatabases.class).database(QuerySide.NAME);
    }

    /** Every document without the time at which it was written. */
    private static Map<String, Document> documents(Program program, String name) {
        var documents = new HashMap<String, Document>();
        String collection = name + "@" + program.status(name).generation();
        for (Document document : database(program).getCollection(collection).find()) {
            document.remove("writtenAt");
            documents.put(document.getString("_id"), document);
        }
        assertThat(documents).as(name).isNotEmpty();
        return documents;
    }

    private static Map<String, Map<String, Document>> all(Program program) {
        var all = new HashMap<String, Map<String, Document>>();
        NAMES.forEach(name -> all.put(name, documents(program, name)));
        return all;
    }

    @Test
    void events_delivered_twice_change_nothing() {
        Map<String, Map<String, Document>> before;
        try (var program = Program.start(data)) {
            happen(program);
            before = all(program);
            program.bean(Projections.class).stop();
            database(program).getCollection("tokens").deleteMany(Filters.empty());
        }
        try (var program = Program.start(data)) {
            program.settled();
            assertThat(program.status("resources").handled()).isEqualTo(60);
            assertThat(all(program)).isEqualTo(before);
        }
    }

    @Test
    void a_rebuilt_model_is_the_same() {
        try (var program = Program.start(data)) {
            happen(program);
            var before = all(program);
            for (String name : NAMES) {
                assertThat(program.bean(Projections.class).rebuild(name, "test")).isPresent();
                long deadline = System.nanoTime() + PATIENCE;
                while (program.status(name).generation() == 1) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    Thread.onSpinWait();
                }
            }
            program.settled();
            assertThat(all(program)).isEqualTo(before);
        }
    }

    @Test
    void a_start_handles_only_what_is_new() {
        try (var program = Program.start(data)) {
            happen(program);
        }
        try (var program = Program.start(data)) {
            program.settled();
            NAMES.forEach(name -> assertThat(program.status(name).handled()).as(name).isZero());
            var id = ResourceId.random();
            program.happened(id, created(id, "new"), deploying(id));
            program.settled();
            assertThat(program.status("resources").handled()).isEqualTo(2);
        }
    }

    /** One segment has written all there is of nodes, and the other's token is at the start. */
    @Test
    void what_one_segment_wrote_is_not_written_again_because_of_another() {
        try (var program = Program.start(data)) {
            program.happened(NODE, enrolled(NODE));
            program.settled();
            program.happened(NODE, connected(NODE));
            program.settled();
            var user = UserId.random();
            program.happened(user, new UserDescribed(user, "org-1", new Sealed(user.value(), "")));
            program.settled();
            assertThat(program.status("nodes").handled()).isEqualTo(2);
        }
        try (var program = Program.start(data)) {
            program.settled();
            assertThat(program.status("nodes").handled()).isZero();
        }
    }

    @Test
    void words_and_fields_of_a_newer_program_do_not_hurt() {
        try (var program = Program.start(data)) {
            String id = happen(program).value();
            var collection = database(program).getCollection("resources@1");
            Binary state =
                    collection.find(Filters.eq("_id", id)).first().get("state", Binary.class);
            Binary newer =
                    StateText.with(
                            state, "\"status\":\"running\"", "\"status\":\"dreaming\",\"mood\":7");
            assertThat(newer).isNotEqualTo(state);
            collection.updateOne(Filters.eq("_id", id), Updates.set("state", newer));

            var answer = program.get("/api/resources/" + id);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().get("status").asString()).isEqualTo("unknown");
        }
    }

    @Test
    void an_unknown_event_stops_the_reader_and_health_says_so() {
        long before;
        try (var program = Program.start(data)) {
            happen(program);
            before = program.status("resources").position().value();
            poison(program, before + 1);
        }
        try (var program = Program.start(data)) {
            var id = ResourceId.random();
            program.happened(id, created(id, "behind the poison"));

            long deadline = System.nanoTime() + PATIENCE;
            while (!program.status("resources").isFaulty()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            assertThat(program.status("resources").error()).contains("NeverHeardOf");
            assertThat(program.status("resources").position().value()).isLessThanOrEqualTo(before);
            assertThat(program.getAs(null, "/api/health").response().body())
                    .contains("NeverHeardOf")
                    .containsIgnoringCase("down");
            assertThat(program.get("/api/resources?limit=1").body().get("total").asInt())
                    .isEqualTo(20);
        }
    }

    private static void poison(Program program, long position) {
        program.bean(JdbcTemplate.class)
                .update(
                        "insert into event_log (log_position, aggregate_id, aggregate_sequence,"
                                + " aggregate_type, event_id, occurred_at, latest_at,"
                                + " payload_type, payload_revision, payload, metadata)"
                                + " select ?, 'poison', 0, 'Resource', 'poison', max(latest_at),"
                                + " max(latest_at), 'NeverHeardOf', '1', ?, ? from event_log",
                        position,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8));
    }
}
