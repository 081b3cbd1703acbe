package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.aim.MatchingResources;
import dev.aiwm.contracts.schedule.command.UpdateSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.contracts.schedule.timing.CronTiming;
import dev.aiwm.support.log.EventLog;

import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class SchedulesOutliveTheProcessTest {
    private static final int MANY = 230;

    @TempDir Path data;

    @Test
    void a_time_that_passed_while_nobody_was_there_is_met_once_at_the_next_start() {
        String id;
        Instant at;
        try (var rest = Rest.start(data)) {
            rest.connectNode(Rest.EXAMPLE_NODE);
            String resource =
                    rest.post("/api/resources", Rest.container("away", "")).expect(201).at("/_id");
            at = Instant.now().plusSeconds(3);
            id =
                    rest.post(
                                    "/api/schedules",
                                    """
                                    {"name": "once", "timing": {"type": "once", "at": "%s"},
                                     "resourceId": "%s", "operation": {"action": "restart"},
                                     "missedRuns": "run-once"}
                                    """
                                            .formatted(at, resource))
                            .expect(201)
                            .at("/scheduleId");
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(at));
        for (int start = 0; start < 2; start++) {
            try (var rest = Rest.start(data)) {
                ranOnce(rest.bean(EventLog.class), ScheduleId.of(id).toString());
            }
        }
    }

    private static void ranOnce(EventLog log, String stream) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                log.readAggregate(stream).stream()
                                        .anyMatch(it -> it.payload() instanceof ScheduleRunEnded));
        assertThat(log.readAggregate(stream))
                .filteredOn(event -> event.payload() instanceof ScheduleRunBegun)
                .hasSize(1);
    }

    @Test
    void a_schedule_of_many_events_is_read_from_its_snapshot() {
        String path;
        try (var rest = Rest.start(data)) {
            var created =
                    rest.post(
                                    "/api/schedules",
                                    """
                                    {"name": "old", "timing": {"type": "cron", "expression": "@daily"},
                                     "filter": {"name": "x"}, "retention": {"keep": 3},
                                     "operation": {"action": "snapshot", "name": "n"}}
                                    """)
                            .expect(201);
            path = "/api/schedules/" + created.at("/scheduleId");
            var id = ScheduleId.of(created.at("/scheduleId"));
            for (int i = 1; i <= MANY; i++) {
                rest.bean(Commands.class).<ScheduleState>send(renamed(id, "name " + i));
            }
            var store = rest.bean(EventStore.class);
            Awaitility.await("there is a snapshot")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> store.readEvents(id.toString()).peek().getSequenceNumber() > 0);
        }
        try (var rest = Rest.start(data)) {
            var read = rest.patch(path, "{\"missedRuns\": \"run-all\"}").expect(200);
            assertThat(read.at("/name")).isEqualTo("name " + MANY);
            assertThat(read.at("/missedRuns")).isEqualTo("run-all");
            assertThat(read.at("/timing/expression")).isEqualTo("@daily");
            assertThat(read.at("/filter/name")).isEqualTo("x");
            assertThat(read.json().path("version").asInt()).isEqualTo(MANY + 1);
        }
    }

    private static UpdateSchedule renamed(ScheduleId id, String name) {
        return new UpdateSchedule(
                id,
                name,
                new CronTiming("@daily", null),
                MissedRuns.SKIP,
                new SchedulePlan(
                        new MatchingResources(
                                new ResourceFilter(null, null, null, "x", null, null)),
                        new SnapshotTask("n", null),
                        new Retention(3, null),
                        5),
                true,
                -1);
    }
}
