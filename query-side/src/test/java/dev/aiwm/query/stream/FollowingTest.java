package dev.aiwm.query.stream;

import static dev.aiwm.query.Events.NODE;
import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

class FollowingTest {
    private static final int RESUMES = 20;

    @TempDir static Path data;
    private static Program program;
    private static String admin;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
        program.happened(NODE, enrolled(NODE), connected(NODE));
        for (int i = 0; i < 300; i++) {
            var id = ResourceId.random();
            program.happened(id, created(id, "r" + i), deploying(id), started(id));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void what_happens_is_sent_as_it_happens() throws Exception {
        try (var client = StreamClient.open(program, program.token(Program.ORG), "")) {
            var id = ResourceId.random();
            program.happened(id, created(id, "live"));

            var received = client.next();
            assertThat(received.data().get("entity").asString()).isEqualTo("resource");
            assertThat(received.data().get("id").asString()).isEqualTo(id.value());
            assertThat(received.data().get("event").asString()).isEqualTo("ResourceCreated");
            assertThat(received.data().get("version").asLong()).isZero();
            assertThat(received.data().get("actor").asString()).isEqualTo("user-1");
            assertThat(received.data().get("position").asString()).isEqualTo(received.id());
        }
    }

    @Test
    void from_any_past_position_nothing_is_missing_or_doubled() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < RESUMES; i++) {
            var log = program.bean(EventLog.class).read(Position.START, 100_000);
            int from = random.nextInt(log.size() - 1);
            var expected =
                    log.subList(from + 1, log.size()).stream()
                            .map(event -> event.position().toString())
                            .toList();
            try (var client =
                    StreamClient.open(
                            program,
                            admin,
                            "",
                            "Last-Event-ID",
                            log.get(from).position().toString())) {
                assertThat(client.next(expected.size()))
                        .extracting(StreamClient.Received::id)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_client_gets_what_it_wants_and_may_see() throws Exception {
        var theirs = ResourceId.random();
        program.happened(theirs, created(theirs, "theirs", new Owner("org-2", "u"), Map.of()));
        var wanted = ResourceId.random();
        var execution = ExecutionId.random();
        String before = program.bean(EventLog.class).head().toString();
        program.happened(theirs, started(theirs));
        program.happened(execution, execution(execution, wanted));
        program.happened(wanted, created(wanted, "wanted"));

        String token = program.token(Program.ORG);
        try (var all = StreamClient.open(program, token, "?after=" + before);
                var some = StreamClient.open(program, token, "?entity=resource&after=" + before);
                var one = StreamClient.open(program, token, "?after=0&id=" + wanted)) {
            assertThat(all.next().data().get("id").asString()).isEqualTo(execution.value());
            assertThat(all.next().data().get("id").asString()).isEqualTo(wanted.value());
            assertThat(some.next().data().get("id").asString()).isEqualTo(wanted.value());
            assertThat(one.next().data().get("id").asString()).isEqualTo(wanted.value());
        }
    }

    @Test
    void a_position_that_is_none_is_refused() {
        for (String none : List.of("*", "-1", "zzzzzz", "zzzzzzzzzzzzzzzz")) {
            assertThat(program.get("/api/events/stream?after=" + none).status()).isEqualTo(400);
        }
        assertThat(program.get("/api/events/stream", "Last-Event-ID", "zzzzzz").status())
                .isEqualTo(400);
        assertThat(program.get("/api/events/stream?entity=cat").status()).isEqualTo(400);
    }

    @Test
    void who_asks_for_the_headers_alone_takes_no_place() {
        int before = program.bean(StreamHub.class).clients();
        var headers =
                program.send(
                        program.request("/api/events/stream", admin)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(headers.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(program.bean(StreamHub.class).clients()).isLessThanOrEqualTo(before);
    }

    @Test
    void who_left_is_forgotten() throws Exception {
        var hub = program.bean(StreamHub.class);
        int before = hub.clients();
        StreamClient.open(program, admin, "").close();
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (hub.clients() > before && System.nanoTime() < deadline) {
            var id = ResourceId.random();
            program.happened(id, created(id, "noise"));
        }
        assertThat(hub.clients()).isLessThanOrEqualTo(before);
    }
}
