package dev.aiwm.query.bulk;

import static dev.aiwm.query.Events.OWNER;
import static dev.aiwm.query.Events.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

class ReadingBulkOperationsTest {
    private static final String ALL = "/api/bulk-operations";

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

    private static BulkId happened(ResourceId resource) {
        var id = BulkId.random();
        var execution = ExecutionId.of(id, 0);
        var failure = new Failure("BROKEN", "it did not work", Instant.EPOCH);
        program.happened(
                id,
                bulk(id, resource),
                new BulkItemBegun(id, 0, resource, execution, new StartTask(), OWNER, null),
                new BulkItemEnded(id, 0, resource, execution, ItemStatus.FAILED, failure, null),
                new BulkEnded(id, BulkStatus.FAILED, null));
        return id;
    }

    @Test
    void one_shows_what_became_of_each_resource() {
        var resource = ResourceId.random();
        var id = happened(resource);

        var answer = program.get(ALL + "/" + id + "?minVersion=3");

        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var body = answer.body();
        assertThat(body.path("operation").path("action").asString()).isEqualTo("start");
        assertThat(body.path("status").asString()).isEqualTo("failed");
        assertThat(body.path("progress").asInt()).isEqualTo(100);
        assertThat(body.path("counts").path("failed").asInt()).isEqualTo(1);
        assertThat(body.at("/items/0/resourceId").asString()).isEqualTo(resource.value());
        assertThat(body.at("/items/0/executionId").asString())
                .isEqualTo(ExecutionId.of(id, 0).value());
        assertThat(body.at("/items/0/error/code").asString()).isEqualTo("BROKEN");
    }

    @Test
    void a_list_is_found_by_resource_and_status_and_is_short() {
        var resource = ResourceId.random();
        var id = happened(resource);
        program.get(ALL + "/" + id + "?minVersion=3");

        var found = program.get(ALL + "?resourceId=" + resource + "&status=failed").body();

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/bulkId").asString()).isEqualTo(id.value());
        assertThat(found.at("/items/0").has("items")).isFalse();
        assertThat(
                        program.get(ALL + "?resourceId=" + resource + "&status=running")
                                .body()
                                .path("total")
                                .asInt())
                .isZero();
        assertThat(program.get(ALL + "?status=dreaming").status()).isEqualTo(400);
    }

    @Test
    void it_is_read_as_it_was_after_each_of_its_events() {
        var id = happened(ResourceId.random());
        String path = ALL + "/" + id;

        var history = program.get(path + "/history?order=oldest").body().path("items");

        assertThat(history)
                .extracting(entry -> entry.path("type").asString())
                .containsExactly("BulkStarted", "BulkItemBegun", "BulkItemEnded", "BulkEnded");
        assertThat(history.valueStream())
                .extracting(
                        entry -> {
                            var then = path + "?position=" + entry.path("position").asString();
                            var body = program.get(then).body();
                            return body.path("status").asString()
                                    + ' '
                                    + body.at("/items/0/status").asString();
                        })
                .containsExactly(
                        "running waiting", "running running", "running failed", "failed failed");
        String other = program.token("org-9", "member");
        assertThat(program.getAs(other, path + "/history").status()).isEqualTo(404);
    }

    @Test
    void another_organisation_does_not_see_it() {
        var id = happened(ResourceId.random());
        program.get(ALL + "/" + id + "?minVersion=3");
        String other = program.token("org-9", "member");

        assertThat(program.getAs(other, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(program.getAs(other, ALL).body().path("total").asInt()).isZero();
        assertThat(program.get(ALL + "/nonsense").status()).isEqualTo(404);
    }
}
