package dev.aiwm.query.projection;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;

class AdministeringProjectionsTest {
    private static final String RESOURCES = "/api/admin/projections/resources";

    @TempDir static Path data;
    private static Program program;
    private static String admin;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        admin = program.token(Program.ORG, "admin");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Program.Answer rebuild(String path, String token) {
        return program.send(
                program.request(path + "/rebuild", token)
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void only_an_admin_may() {
        assertThat(program.get("/api/admin/projections").status()).isEqualTo(403);
        assertThat(rebuild(RESOURCES, program.token(Program.ORG)).status()).isEqualTo(403);
    }

    @Test
    void each_projection_says_how_far_it_is() {
        program.settled();
        var items = program.getAs(admin, "/api/admin/projections").body().get("items");
        assertThat(items)
                .extracting(item -> item.get("name").asString())
                .contains("resources", "nodes", "executions");
        assertThat(items).allMatch(item -> item.get("lag").asLong() == 0);
        assertThat(items).allMatch(item -> item.get("side").asString().equals("query"));
    }

    @Test
    void what_is_not_there_cannot_be_rebuilt() {
        assertThat(rebuild("/api/admin/projections/nothing", admin).status()).isEqualTo(404);
    }

    @Test
    void the_old_answers_stay_while_the_new_ones_are_made() {
        var ids = new ArrayList<ResourceId>();
        for (int i = 0; i < 200; i++) {
            var id = ResourceId.random();
            ids.add(id);
            program.happened(id, created(id, "rebuilt"), started(id));
        }
        program.settled();
        int before = program.status("resources").generation();

        var accepted = rebuild(RESOURCES, admin);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location")).isEqualTo(RESOURCES);
        long deadline = System.nanoTime() + 30_000_000_000L;
        var late = ResourceId.random();
        program.happened(late, created(late, "rebuilt"));
        while (program.getAs(admin, RESOURCES).body().get("generation").asInt() == before) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(program.get("/api/resources?name=rebuilt").body().get("total").asInt())
                    .isGreaterThanOrEqualTo(ids.size());
        }
        program.settled();
        assertThat(program.get("/api/resources?name=rebuilt").body().get("total").asInt())
                .isEqualTo(ids.size() + 1);
        assertThat(program.getAs(admin, RESOURCES).body().get("lastRebuiltAt").asString())
                .isNotEmpty();
    }

    @Test
    void health_and_metrics_show_the_lag() {
        program.settled();
        var health = program.getAs(null, "/api/health");
        assertThat(health.response().body()).contains("read-models").contains("resources");
        var metrics = program.getAs(admin, "/metrics").response().body();
        assertThat(metrics).contains("aiwm_projection_lag_events{projection=\"resources\"} 0");
    }
}
