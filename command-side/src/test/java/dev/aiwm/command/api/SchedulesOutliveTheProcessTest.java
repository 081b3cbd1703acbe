package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduleRunEnded;
import dev.aiwm.support.log.EventLog;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class SchedulesOutliveTheProcessTest {
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
                var log = rest.bean(EventLog.class);
                String stream = ScheduleId.of(id).toString();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        log.readAggregate(stream).stream()
                                                .anyMatch(
                                                        it ->
                                                                it.payload()
                                                                        instanceof
                                                                        ScheduleRunEnded));
                assertThat(log.readAggregate(stream))
                        .filteredOn(event -> event.payload() instanceof ScheduleRunBegun)
                        .hasSize(1);
            }
        }
    }
}
