package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is to be done at certain times, from the wish to the driver, through a sudden death. */
class SchedulesTest {
    private static final Map<String, String> WAIT = Map.of("Prefer", "wait=30");
    private static final String VM =
            """
            {"name": "%s", "resourceType": "virtual-machine", "nodeId": "local-sim",
             "config": {"type": "virtual-machine", "osImage": "debian-12", "vcpus": 1,
               "ramMB": 1024, "diskGB": 10,
               "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"}}}
            """;

    @TempDir static Path folder;

    static Product product;

    @BeforeAll
    static void start() {
        product = Product.start(folder.resolve("data"));
        product.api().awaitField("/api/nodes/local-sim", "/status", "online");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static String running(Api api, String name) {
        return api.post("/api/resources", VM.formatted(name), WAIT).expect(201).at("/_id");
    }

    @Test
    void only_so_many_of_its_own_snapshots_are_kept_and_those_of_others_are_left_alone() {
        var api = product.api();
        var vm = running(api, "kept");
        var snapshots = "/api/resources/" + vm + "/snapshots";
        api.post(snapshots, "{\"name\": \"by hand\"}", WAIT).expect(200);
        var schedule = hourlySnapshots(api, vm);
        var path = "/api/schedules/" + schedule;

        for (int run = 0; run < 4; run++) {
            var done = runNow(api, path);
            assertThat(done.at("/status")).as(done.text()).isEqualTo("succeeded");
            int made = run + 1;
            Awaitility.await("what is too much is gone after run " + made)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> names(api, snapshots).size() == 1 + Math.min(made, 2));
        }

        assertThat(names(api, snapshots)).containsExactly("by hand", "hourly kept", "hourly kept");
        var left = ids(api, snapshots).subList(1, 3);
        api.awaitThat(
                path,
                known ->
                        assertThat(known.json().path("snapshots"))
                                .extracting(one -> one.path("snapshotId").asString())
                                .containsExactlyElementsOf(left));
        assertThat(api.get(path + "/runs").json().path("items")).hasSize(4);
        // four runs, and two deletions
        api.awaitField("/api/bulk-operations?scheduleId=" + schedule, "/total", "6");
    }

    private static String hourlySnapshots(Api api, String vm) {
        var schedule =
                """
                {"name": "hourly", "resourceId": "%s",
                 "timing": {"type": "cron", "expression": "@hourly"},
                 "operation": {"action": "snapshot", "name": "{schedule} {resource}"},
                 "retention": {"keep": 2}}
                """;
        return api.post("/api/schedules", schedule.formatted(vm)).expect(201).at("/scheduleId");
    }

    /** A deletion by the run before may still be under way: then the machine refuses. */
    private static Answer runNow(Api api, String path) {
        Awaitility.await("the run before has ended")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.get(path).at("/running") == null);
        return api.post(path + "/run", "{}", WAIT).expect(200);
    }

    private static List<String> names(Api api, String snapshots) {
        return of(api, snapshots, "name");
    }

    private static List<String> ids(Api api, String snapshots) {
        return of(api, snapshots, "id");
    }

    private static List<String> of(Api api, String snapshots, String field) {
        JsonNode all = api.get(snapshots).expect(200).json().path("snapshots");
        return all.valueStream().map(one -> one.path(field).asString()).toList();
    }

    @Test
    void a_time_that_passes_while_the_process_is_dead_is_met_once() {
        var api = product.api();
        var vm = running(api, "met");
        var at = Instant.now().plusSeconds(5);
        var schedule =
                api.post(
                                "/api/schedules",
                                """
                                {"name": "once", "resourceId": "%s", "missedRuns": "run-once",
                                 "timing": {"type": "once", "at": "%s"},
                                 "operation": {"action": "stop"}}
                                """
                                        .formatted(vm, at))
                        .expect(201)
                        .at("/scheduleId");
        product.kill();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(at));
        product.startAgain();

        var again = product.api();
        var path = "/api/schedules/" + schedule;
        again.awaitField(path, "/status", "completed");
        again.awaitStatus(vm, "stopped");
        var ended = again.awaitField(path + "/runs", "/items/0/outcome", "succeeded");
        assertThat(ended.json().path("items")).hasSize(1);
        assertThat(ended.at("/items/0/trigger")).isEqualTo("time");
        again.awaitThat(
                "/api/executions?resourceId=" + vm,
                executions ->
                        assertThat(stops(executions))
                                .containsExactly(ended.at("/items/0/executionId")));
    }

    private static List<String> stops(Answer executions) {
        return executions
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("action").asString().equals("stop"))
                .map(it -> it.path("executionId").asString())
                .toList();
    }
}
