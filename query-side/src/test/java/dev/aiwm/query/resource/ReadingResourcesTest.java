package dev.aiwm.query.resource;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class ReadingResourcesTest {
    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(data);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_resource_is_found_right_after_it_was_created() {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"));

        var answer = program.get("/api/resources/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("_id").asString()).isEqualTo(id.value());
        assertThat(answer.body().get("status").asString()).isEqualTo("queued");
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void the_version_asked_for_is_waited_for() {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"), deploying(id), started(id));

        var answer = program.get("/api/resources/" + id + "?minVersion=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("running");
        assertThat(answer.body().get("runtime").get("endpoint").asString())
                .isEqualTo("10.0.0.1:6379");
    }

    @Test
    void a_version_that_does_not_come_is_answered_with_try_again() {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"));

        var answer = program.get("/api/resources/" + id + "?minVersion=9");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("code").asString()).isEqualTo("NOT_YET_VISIBLE");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void who_has_the_version_gets_nothing_anew() {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"));
        String tag = program.get("/api/resources/" + id).header("ETag");

        assertThat(program.get("/api/resources/" + id, "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    @Test
    void another_organisation_does_not_see_it_and_an_admin_does() {
        var id = ResourceId.random();
        program.happened(id, created(id, "theirs", new Owner("org-2", "u"), Map.of()));

        assertThat(program.get("/api/resources/" + id).status()).isEqualTo(404);
        assertThat(program.get("/api/resources?name=theirs").body().get("total").asInt()).isZero();
        String admin = program.token(Program.ORG, "admin");
        assertThat(program.getAs(admin, "/api/resources/" + id).status()).isEqualTo(200);
        assertThat(program.getAs(null, "/api/resources/" + id).status()).isEqualTo(401);
    }

    @Test
    void the_status_tells_wish_and_observation_apart() {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"), deploying(id), started(id));

        var answer = program.get("/api/resources/" + id + "/status?minVersion=2");

        assertThat(answer.body().get("resourceId").asString()).isEqualTo(id.value());
        assertThat(answer.body().get("wantedStatus").asString()).isEqualTo("running");
        assertThat(answer.body().get("observed").get("state").asString()).isEqualTo("running");
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        assertThat(program.get("/api/resources/nonsense").status()).isEqualTo(404);
        assertThat(program.get("/api/resources?status=flying").status()).isEqualTo(400);
        assertThat(program.get("/api/resources?stauts=running").status()).isEqualTo(400);
        assertThat(program.get("/api/resources?sort=owner").status()).isEqualTo(400);
        assertThat(program.get("/api/resources?cursor=abc").status()).isEqualTo(400);
    }
}
