package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything is killed and comes back an hour later. What became due meanwhile is done once, what
 * had its time is timed out, each for what came first, and what has time left is left alone.
 */
class AnHourLaterTest {
    private static final String NODE = "never-there";
    private static final int HOUR = 3_600;

    @TempDir Path folder;
    private String stepFirst;
    private String allFirst;
    private String halted;
    private String haltedLonger;
    private String again;
    private String cancelled;
    private String patient;

    @Test
    void what_became_due_is_done_once_and_what_is_overdue_is_timed_out_in_order() {
        var data = folder.resolve("data");
        try (var product = Product.start(data, Map.of("AIWM_NODE", "none"), List.of())) {
            beginAll(product.api());
            product.kill();
        }
        try (var later = anHourLater(data)) {
            later.startAgain();
            check(later.api(), stepFirst, "failed", "STEP_TIMED_OUT", 1);
            check(later.api(), allFirst, "failed", "EXECUTION_TIMED_OUT", 1);
            check(later.api(), halted, "failed", "EXECUTION_TIMED_OUT", 1);
            check(later.api(), again, "failed", "STEP_TIMED_OUT", 2);
            check(later.api(), cancelled, "cancelled", "CANCELLED", 1);
            check(later.api(), patient, "running", null, 1);
            check(later.api(), haltedLonger, "running", null, 1);
            awaitStep(later.api(), haltedLonger, "waiting-retry");
            later.kill();
            later.startAgain();
            var api = later.api();
            check(api, again, "failed", "STEP_TIMED_OUT", 2);
            check(api, patient, "running", null, 1);
            api.post(path(haltedLonger) + "/resume", "{}").expect(200);
            check(api, haltedLonger, "failed", "STEP_TIMED_OUT", 2);
            assertThat(api.get("/api/admin/invariants?for=0s").at("/hold")).isEqualTo("true");
        }
    }

    private void beginAll(Api api) {
        api.post("/api/nodes", "{\"nodeId\":\"%s\",\"name\":\"far\"}".formatted(NODE)).expect(201);
        stepFirst = begin(api, 600, 1_200, 0);
        allFirst = begin(api, 1_200, 600, 0);
        halted = begin(api, 600, 1_200, 3);
        haltedLonger = begin(api, 1, 2 * HOUR, 1);
        again = begin(api, 1, 2 * HOUR, 1);
        cancelled = begin(api, 2 * HOUR, 3 * HOUR, 0);
        patient = begin(api, 2 * HOUR, 3 * HOUR, 0);
        api.post(path(halted) + "/pause", "{}").expect(200);
        awaitStep(api, again, "waiting-retry");
        awaitStep(api, haltedLonger, "waiting-retry");
        api.post(path(haltedLonger) + "/pause", "{}").expect(200);
        assertThat(api.delete(path(cancelled)).status()).isEqualTo(202);
    }

    private static Product anHourLater(Path data) {
        return Product.of(
                LaterProduct.class.getName(),
                data,
                Map.of(LaterProduct.BY, Duration.ofSeconds(HOUR).toString()),
                List.of());
    }

    /** One step for a node that is not there; a retry would follow in ten minutes. */
    private static String begin(Api api, int stepSeconds, int seconds, int retries) {
        var body =
                """
                {"name": "ask", "timeoutSeconds": %d, "steps": [
                  {"name": "ask", "nodeId": "%s", "action": "system.healthCheck", "data": {},
                   "timeoutSeconds": %d,
                   "retry": {"max": %d, "initialDelayMs": 600000, "maxDelayMs": 600000, "jitter": 0}}]}
                """
                        .formatted(seconds, NODE, stepSeconds, retries);
        return api.post("/api/executions", body).expect(201).at("/executionId");
    }

    private static void awaitStep(Api api, String id, String status) {
        api.awaitField(path(id), "/steps/0/status", status);
    }

    private static void check(Api api, String id, String status, String failure, int attempts) {
        Awaitility.await(id)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            var execution = api.get(path(id)).expect(200);
                            assertThat(execution.at("/status"))
                                    .as("%s", execution)
                                    .isEqualTo(status);
                            assertThat(execution.at("/error/code")).isEqualTo(failure);
                            assertThat(tried(api, id)).hasSize(attempts).doesNotHaveDuplicates();
                        });
    }

    private static List<Integer> tried(Api api, String id) {
        var numbers = new ArrayList<Integer>();
        for (var attempt : api.get(path(id) + "/steps").json().at("/items/0/attempts")) {
            numbers.add(attempt.at("/attempt").asInt());
        }
        return numbers;
    }

    private static String path(String id) {
        return "/api/executions/" + id;
    }
}
