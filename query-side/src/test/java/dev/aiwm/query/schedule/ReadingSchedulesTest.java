package dev.aiwm.query.schedule;

import static dev.aiwm.query.Events.OWNER;
import static dev.aiwm.query.Events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleRenamed;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class ReadingSchedulesTest {
    private static final String ALL = "/api/schedules";
    private static final Instant MISSED = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2030-01-01T01:00:00Z");
    private static final Instant SECOND = Instant.parse("2030-01-01T02:00:00Z");

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

    private static ScheduleId created(ResourceId resource) {
        var id = ScheduleId.random();
        program.happened(id, schedule(id, resource));
        return id;
    }

    @Test
    void the_times_to_come_are_seen_before_they_come() {
        var id = created(ResourceId.random());

        var answer = program.get(ALL + "/" + id + "?times=3");

        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.body().path("status").asString()).isEqualTo("active");
        assertThat(answer.body().path("next"))
                .extracting(time -> time.asString())
                .containsExactly(
                        "2030-01-01T00:00:00.000Z",
                        "2030-01-01T01:00:00.000Z",
                        "2030-01-01T02:00:00.000Z");
        assertThat(program.get(ALL + "/" + id + "?times=101").status()).isEqualTo(400);
    }

    @Test
    void the_runs_are_shown_with_what_was_missed_newest_first() {
        var resource = ResourceId.random();
        var id = created(resource);
        var bulk = BulkId.of(id, FIRST);
        var execution = ExecutionId.of(bulk, 0);
        program.happened(
                id,
                new ScheduleCame(id, List.of(FIRST), 1, MISSED, SECOND),
                new ScheduleRunBegun(
                        id,
                        bulk,
                        FIRST,
                        RunTrigger.TIME,
                        OWNER,
                        new OneResource(resource),
                        new StartTask(),
                        1,
                        execution),
                new ScheduleRunEnded(id, bulk, RunOutcome.SUCCEEDED, null));

        var runs = program.get(ALL + "/" + id + "/runs?minVersion=3").body();

        assertThat(runs.path("items")).hasSize(2);
        assertThat(runs.at("/items/0/outcome").asString()).isEqualTo("succeeded");
        assertThat(runs.at("/items/0/bulkId").asString()).isEqualTo(bulk.value());
        assertThat(runs.at("/items/0/executionId").asString()).isEqualTo(execution.value());
        assertThat(runs.at("/items/1/outcome").asString()).isEqualTo("missed");
        assertThat(runs.at("/items/1/missed").asInt()).isEqualTo(1);
        var view = program.get(ALL + "/" + id).body();
        assertThat(view.at("/next/0").asString()).isEqualTo("2030-01-01T02:00:00.000Z");
        assertThat(view.at("/lastRun/trigger").asString()).isEqualTo("time");
        assertThat(view.has("running")).isFalse();
    }

    @Test
    void it_is_read_as_it_was_also_after_its_end() {
        var id = created(ResourceId.random());
        program.happened(id, new ScheduleRenamed(id, "nightly"), new ScheduleDeleted(id));

        var history = program.get(ALL + "/" + id + "/history?order=oldest").body().path("items");

        assertThat(history)
                .extracting(entry -> entry.path("type").asString())
                .containsExactly("ScheduleCreated", "ScheduleRenamed", "ScheduleDeleted");
        assertThat(history.at("/1/changes/0/after").asString()).isEqualTo("nightly");
        var then =
                history.valueStream()
                        .map(entry -> "?position=" + entry.path("position").asString())
                        .map(position -> program.get(ALL + "/" + id + position))
                        .toList();
        assertThat(then.get(0).body().path("name").asString()).isNotEqualTo("nightly");
        assertThat(then.get(1).body().path("name").asString()).isEqualTo("nightly");
        assertThat(then.get(1).header("ETag")).isEqualTo("\"1\"");
        assertThat(then.get(2).status()).isEqualTo(404);
        String created = history.at("/0/position").asString();
        assertThat(program.get(ALL + "/" + id + "/runs?position=" + created).body().path("items"))
                .isEmpty();
        String other = program.token("org-9", "member");
        assertThat(program.getAs(other, ALL + "/" + id + "?position=" + created).status())
                .isEqualTo(404);
        assertThat(program.getAs(other, ALL + "/" + id + "/history").status()).isEqualTo(404);
    }

    @Test
    void a_list_is_found_by_resource() {
        var resource = ResourceId.random();
        var id = created(resource);
        program.get(ALL + "/" + id);

        var found = program.get(ALL + "?resourceId=" + resource + "&enabled=true").body();

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/scheduleId").asString()).isEqualTo(id.value());
        assertThat(found.at("/items/0/next")).hasSize(1);
        assertThat(
                        program.get(ALL + "?resourceId=" + resource + "&enabled=false")
                                .body()
                                .path("total")
                                .asInt())
                .isZero();
    }

    @Test
    void what_is_deleted_or_of_another_organisation_is_not_there() {
        var resource = ResourceId.random();
        var id = created(resource);
        program.get(ALL + "/" + id);
        String other = program.token("org-9", "member");
        assertThat(program.getAs(other, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(program.getAs(other, ALL).body().path("total").asInt()).isZero();

        program.happened(id, new ScheduleDeleted(id));
        program.settled();

        assertThat(program.get(ALL + "/" + id).status()).isEqualTo(404);
        assertThat(program.get(ALL + "?resourceId=" + resource).body().path("total").asInt())
                .isZero();
    }
}
