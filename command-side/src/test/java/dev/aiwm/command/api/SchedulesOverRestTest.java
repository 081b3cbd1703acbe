package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class SchedulesOverRestTest extends RestTest {
    private static final String SCHEDULES = "/api/schedules";
    private static final String NIGHTLY =
            """
            {"type": "cron", "expression": "0 3 * * *", "timeZone": "Europe/Vienna"}""";

    private static String resource(String name) {
        return rest.post("/api/resources", Rest.container("auto-" + name, ""), "Prefer", "wait=30")
                .expect(201)
                .at("/_id");
    }

    private static String stop(String resource, String timing) {
        return """
        {"name": "stop it", "timing": %s, "resourceId": "%s",
         "operation": {"action": "stop", "gracePeriodSeconds": 5}}
        """
                .formatted(timing, resource);
    }

    private static Rest.Answer create(String body) {
        return rest.post(SCHEDULES, body).expect(201);
    }

    private static List<ScheduleRunEnded> runsOf(String schedule) {
        var id = ScheduleId.of(schedule).toString();
        return rest.bean(EventLog.class).readAggregate(id).stream()
                .map(event -> event.payload())
                .filter(ScheduleRunEnded.class::isInstance)
                .map(ScheduleRunEnded.class::cast)
                .toList();
    }

    /** The schedule hears of it after the work has ended. */
    private static void awaitEndOfRun(String schedule) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !runsOf(schedule).isEmpty());
    }

    @Test
    void what_comes_after_a_while_is_done_then_as_its_owner_would() {
        String resource = resource("later");

        var created = create(stop(resource, "{\"type\": \"after\", \"seconds\": 1}"));

        String id = created.at("/scheduleId");
        assertThat(created.header("Location")).isEqualTo(SCHEDULES + "/" + id);
        assertThat(created.at("/status")).isEqualTo("active");
        assertThat(created.json().path("next")).hasSize(1);
        awaitEndOfRun(id);
        assertThat(runsOf(id))
                .singleElement()
                .satisfies(run -> assertThat(run.outcome()).isEqualTo(RunOutcome.SUCCEEDED));
        assertThat(rest.bean(EventLog.class).readAggregate(ResourceId.of(resource).toString()))
                .filteredOn(event -> event.payload() instanceof ResourceStopRequested)
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.metadata())
                                        .containsEntry(MetadataKeys.ACTOR, "u1")
                                        .containsEntry(MetadataKeys.ORG, "o1")
                                        .containsEntry(MetadataKeys.ORIGIN, "schedule"));
    }

    @Test
    void a_schedule_is_run_by_hand_and_answers_with_its_work() {
        String resource = resource("by-hand");
        String id = create(stop(resource, NIGHTLY)).at("/scheduleId");

        var run = rest.post(SCHEDULES + "/" + id + "/run", "{}", "Prefer", "wait=30").expect(200);

        assertThat(run.at("/status")).isEqualTo("succeeded");
        assertThat(run.at("/scheduleId")).isEqualTo(id);
        assertThat(run.at("/items/0/resourceId")).isEqualTo(resource);
        awaitEndOfRun(id);
        var again = rest.post(SCHEDULES + "/" + id + "/run", null);
        assertThat(again.status()).isIn(200, 202);
        assertThat(again.header("Location")).startsWith("/api/bulk-operations/");
    }

    @Test
    void those_that_match_are_found_when_it_is_time() {
        String body =
                """
                {"name": "all of them", "timing": %s, "filter": {"name": "auto-filtered*"},
                 "operation": {"action": "stop"}, "parallelism": 1}
                """
                        .formatted(NIGHTLY);
        String id = create(body).at("/scheduleId");
        String first = resource("filtered-1");
        String second = resource("filtered-2");

        var run = rest.post(SCHEDULES + "/" + id + "/run", "{}", "Prefer", "wait=30").expect(200);

        assertThat(run.json().path("items"))
                .extracting(item -> item.path("resourceId").asString())
                .containsExactlyInAnyOrder(first, second);
        assertThat(run.at("/filter/name")).isEqualTo("auto-filtered*");
    }

    @Test
    void a_patch_changes_what_it_says_and_leaves_the_rest() {
        String resource = resource("patched");
        var created = create(stop(resource, NIGHTLY));
        String path = SCHEDULES + "/" + created.at("/scheduleId");

        var renamed =
                rest.patch(path, "{\"name\": \"stop\", \"timing\": {\"timeZone\": \"UTC\"}}")
                        .expect(200);
        assertThat(renamed.at("/name")).isEqualTo("stop");
        assertThat(renamed.at("/timing/expression")).isEqualTo("0 3 * * *");
        assertThat(renamed.at("/next/0")).endsWith("T03:00:00.000Z");
        assertThat(renamed.json().path("next")).hasSize(5);

        var other =
                rest.patch(
                                path,
                                "{\"timing\": {\"type\": \"once\", \"at\":"
                                        + " \"2099-01-01T00:00:00Z\"}, \"operation\": {\"action\":"
                                        + " \"start\"}, \"missedRuns\": \"run-once\"}")
                        .expect(200);
        assertThat(other.json().path("timing").propertyNames()).containsExactly("type", "at");
        assertThat(other.at("/operation/action")).isEqualTo("start");
        assertThat(other.at("/resourceId")).isEqualTo(resource);

        var suspended = rest.patch(path, "{\"enabled\": false}").expect(200);
        assertThat(suspended.at("/status")).isEqualTo("suspended");
        assertThat(suspended.json().path("next")).isEmpty();
        rest.patch(path, "{\"enabled\": true}", "If-Match", created.header("ETag")).expect(412);
        assertThat(rest.patch(path, "{\"enabled\": true}").expect(200).at("/status"))
                .isEqualTo("active");

        rest.delete(path).expect(200);
        rest.patch(path, "{\"name\": \"gone\"}").expect(404);
        rest.post(path + "/run", "{}").expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`timing`: {`type`: `cron`, `expression`: `61 * * * *`} | /timing/expression",
                "`timing`: {`type`: `cron`, `expression`: `@daily`, `timeZone`: `Mars/North`} |"
                        + " /timing/timeZone",
                "`timing`: {`type`: `after`, `seconds`: 0} | /timing/seconds",
                "`timing`: {`type`: `once`} | /timing/at",
                "`timing`: {`type`: `once`, `at`: `+292278995-01-01T00:00:00Z`} | /timing/at",
                "`timing`: {`type`: `once`, `at`: `-0001-01-01T00:00:00Z`} | /timing/at",
                "`timing`: null | /timing",
                "`name`: ` ` | /name",
                "`filter`: {`name`: `x`} | /filter",
                "`resourceId`: null | /resourceId",
                "`resourceId`: `x` | /resourceId",
                "`operation`: {`action`: `delete-snapshot`, `snapshotId`:"
                        + " `65a1b2c3d4e5f60718293a4b`} | /operation/action",
                "`retention`: {`keep`: 3} | /retention",
                "`operation`: {`action`: `snapshot`, `name`: `n`}, `retention`: {`keep`: 32} |"
                        + " /retention/keep",
                "`operation`: {`action`: `snapshot`, `name`: `n`},"
                        + " `retention`: {`maxAgeSeconds`: 9000000000000000} |"
                        + " /retention/maxAgeSeconds",
                "`missedRuns`: `sometimes` | /missedRuns",
                "`every`: `day` | /every",
                "`enabled`: false | /enabled"
            })
    void what_is_wrong_is_said_at_its_place(String fields, String pointer) {
        var body = Rest.json(stop("65a1b2c3d4e5f60718293a4b", NIGHTLY));
        Rest.json("{" + fields.replace('`', '"') + "}")
                .properties()
                .forEach(field -> body.set(field.getKey(), field.getValue()));

        var refused = rest.post(SCHEDULES, body.toString()).expect(400);

        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void the_past_does_not_come() {
        String resource = resource("past");
        String past = "{\"type\": \"once\", \"at\": \"2020-01-01T00:00:00Z\"}";

        assertThat(rest.post(SCHEDULES, stop(resource, past)).expect(400).at("/code"))
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void what_belongs_to_others_is_not_there_and_containers_have_no_snapshots() {
        String resource = resource("theirs");
        var stranger = new Caller("u2", "o2", Set.of());
        String id = create(stop(resource, NIGHTLY)).at("/scheduleId");

        rest.as(stranger, "POST", SCHEDULES, stop(resource, NIGHTLY)).expect(404);
        rest.as(stranger, "POST", SCHEDULES + "/" + id + "/run", "{}").expect(404);
        rest.as(stranger, "DELETE", SCHEDULES + "/" + id, null).expect(404);
        String snapshots =
                stop(resource, NIGHTLY)
                        .replace(
                                "\"stop\", \"gracePeriodSeconds\": 5",
                                "\"snapshot\", \"name\": \"n\"");
        assertThat(rest.post(SCHEDULES, snapshots).expect(409).at("/code"))
                .isEqualTo("NOT_FOR_THIS_TYPE");
    }

    @Test
    void a_schedule_whose_resource_is_deleted_suspends_itself() {
        String resource = resource("deleted");
        String id = create(stop(resource, NIGHTLY)).at("/scheduleId");
        rest.delete("/api/resources/" + resource, "Prefer", "wait=30").expect(200);

        var run = rest.post(SCHEDULES + "/" + id + "/run", "{}", "Prefer", "wait=30").expect(200);

        assertThat(run.at("/items/0/error/code")).isEqualTo("NOT_FOUND");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                rest.patch(SCHEDULES + "/" + id, "{}")
                                        .expect(200)
                                        .at("/status")
                                        .equals("suspended"));
    }
}
