package dev.aiwm.query.stream;

import static dev.aiwm.query.Events.OWNER;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Clients that are quiet, slow or quick, side by side. */
class FollowersAtTheirOwnPaceTest {
    private static final int MEASURED = 50;
    private static final int LEAVING = Integer.getInteger("aiwm.test.leaving", 100);

    @TempDir static Path data;
    private static Program program;
    private static StreamHub hub;
    private static String token;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        hub = program.bean(StreamHub.class);
        token = program.token(Program.ORG, "admin");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** A client that went is noticed when something is written to it. */
    @AfterEach
    void all_have_gone() {
        await(
                () -> {
                    hub.beat(Instant.now());
                    return hub.clients() == 0;
                });
    }

    @Test
    void who_hears_nothing_else_hears_a_heartbeat() throws Exception {
        try (var quiet = RawClient.open(program, token, "?id=000000000000000000000000")) {
            quiet.lineWith("200");
            await(() -> hub.clients() > 0);

            hub.beat(Instant.now());

            assertThat(quiet.lineWith(": heartbeat")).startsWith(":");
        }
    }

    @Test
    void who_does_not_read_holds_up_nobody_and_is_sent_away() throws Exception {
        try (var stuck = RawClient.open(program, token, "?after=0");
                var quick = StreamClient.open(program, token, "")) {
            stuck.lineWith("200");
            var id = ResourceId.random();
            program.happened(id, created(id, "live"));
            assertThat(quick.next().data().get("id").asString()).isEqualTo(id.value());

            assertThat(hub.clients()).isEqualTo(2);
            await(
                    () -> {
                        fillWhatTheConnectionBuffers(quick);
                        hub.beat(Instant.now().plus(Duration.ofMinutes(1)));
                        return hub.clients() == 1;
                    });

            program.happened(id, deploying(id));
            assertThat(quick.next().data().get("event").asString())
                    .isEqualTo("ResourceDeploymentStarted");
        }
    }

    @Test
    void who_leaves_in_the_middle_of_a_write_breaks_no_other_connection() throws Exception {
        var writing = new AtomicBoolean(true);
        var writer =
                CompletableFuture.runAsync(
                        () -> {
                            while (writing.get()) {
                                hub.beat(Instant.now());
                            }
                        });
        try {
            for (int i = 0; i < LEAVING; i++) {
                try (var leaving = RawClient.open(program, token, "?entity=node")) {
                    leaving.lineWith(": heartbeat");
                }
                assertThat(program.get("/api/resources?limit=1").status()).isEqualTo(200);
            }
        } finally {
            writing.set(false);
            writer.get();
        }
    }

    @Test
    void an_event_is_with_its_followers_within_moments() throws Exception {
        try (var client = StreamClient.open(program, token, "")) {
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < MEASURED; i++) {
                var id = ResourceId.random();
                long begun = System.nanoTime();
                program.happened(id, created(id, "quick"));
                client.next();
                took.add((System.nanoTime() - begun) / 1_000);
            }
            Collections.sort(took);
            assertThat(took.get(MEASURED / 2)).isLessThan(100_000);
        }
    }

    /** How much that is only the system knows: some millions of bytes. */
    private static void fillWhatTheConnectionBuffers(StreamClient reader) {
        var labels = Map.of("long", "x".repeat(200_000));
        for (int i = 0; i < 20; i++) {
            var id = ResourceId.random();
            program.happened(id, created(id, "more", OWNER, labels));
            reader.next();
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
