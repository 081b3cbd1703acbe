package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is asked of a node while somebody waits, over REST and WebSocket to a real agent. */
class LiveCallsTest {
    @TempDir static Path folder;

    static Product product;
    static Api api;
    static String container;
    static String machine;

    @BeforeAll
    static void start() {
        var often = Map.of("AIWM_GATEWAY_METRICS_INTERVAL", "1s");
        product = Product.start(folder.resolve("data"), often, List.of());
        api = product.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        container = api.post("/api/resources", Examples.container("talks")).expect(201).at("/_id");
        machine =
                api.post("/api/resources", Examples.withoutNode(Examples.UBUNTU_VM))
                        .expect(201)
                        .at("/_id");
        api.awaitStatus(container, "running");
        api.awaitStatus(machine, "running");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void a_program_is_run_and_all_it_did_is_answered() {
        var answer = exec("{\"command\": [\"echo\", \"hello\", \"there\"]}").expect(200);

        assertThat(answer.at("/stdout")).isEqualTo("hello there\n");
        assertThat(answer.at("/stderr")).isEmpty();
        assertThat(answer.json().at("/exitCode").asInt(-1)).isZero();
        assertThat(answer.json().at("/durationMs").isNumber()).isTrue();
        assertThat(answer.json().at("/truncated").asBoolean(true)).isFalse();
    }

    @Test
    void an_engine_without_containers_of_others_says_that_it_adopts_none() {
        var node = api.get("/api/resources/" + container).expect(200).at("/nodeId");
        var refused = api.post("/api/nodes/" + node + "/containers/any/adopt", "{}").expect(501);

        assertThat(refused.at("/code")).isEqualTo("NOT_IMPLEMENTED");
    }

    @Test
    void one_word_is_a_command_too_and_what_fails_is_answered_like_what_works() {
        var answer = exec("{\"command\": \"psql\"}").expect(200);

        assertThat(answer.json().at("/exitCode").asInt()).isEqualTo(127);
        assertThat(answer.at("/stderr")).contains("no program psql");
    }

    @Test
    void a_program_that_does_not_end_is_ended_when_its_time_is_over() {
        var answer = exec("{\"command\": [\"cat\"], \"timeoutSeconds\": 1}").expect(200);

        assertThat(answer.json().at("/timedOut").asBoolean()).isTrue();
        assertThat(answer.json().at("/exitCode").isMissingNode()).isTrue();
    }

    @Test
    void the_environment_reaches_the_program_and_no_log() {
        var answer =
                exec("{\"command\": [\"env\"], \"environment\": {\"PASSWORD\": \"hush-hush-1\"}}")
                        .expect(200);

        assertThat(answer.at("/stdout")).isEqualTo("PASSWORD=hush-hush-1\n");
        assertThat(product.output()).doesNotContain("hush-hush-1");
    }

    @Test
    void much_is_said_without_harm_and_cut_where_it_says() {
        String word = "x".repeat(60_000);
        String words = ("\"" + word + "\",").repeat(15) + "\"" + word + "\"";

        var answer = exec("{\"command\": [\"echo\"," + words + "]}").expect(200);

        assertThat(answer.at("/stdout")).hasSize(16 * 60_001);
        assertThat(answer.json().at("/truncated").asBoolean(true)).isFalse();
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        assertThat(exec("{\"command\": []}").expect(400).at("/errors/0/pointer"))
                .isEqualTo("/command");
        assertThat(exec("{\"cmd\": [\"id\"]}").expect(400).text()).contains("cmd");
        assertThat(exec("{\"command\": \"id\", \"timeoutSeconds\": 0}").expect(400).text())
                .contains("timeoutSeconds");
        assertThat(
                        api.get("/api/resources/" + container + "/logs?since=yesterday")
                                .expect(400)
                                .text())
                .contains("since");
        assertThat(
                        api.post("/api/resources/" + machine + "/exec", "{\"command\": \"id\"}")
                                .expect(409)
                                .at("/code"))
                .isEqualTo("NOT_FOR_THIS_TYPE");
        assertThat(api.get("/api/resources/" + container + "/console").expect(409).at("/code"))
                .isEqualTo("NOT_FOR_THIS_TYPE");
        assertThat(api.get("/api/resources/" + machine + "/console").expect(501).at("/code"))
                .isEqualTo("NOT_IMPLEMENTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec", "terminal"})
    void a_variable_that_no_program_would_find_is_refused_by_its_name(String verb) {
        var refused =
                api.post(
                                "/api/resources/" + container + "/" + verb,
                                "{\"command\": [\"env\"], \"environment\": {\"A=B\": \"x\"}}")
                        .expect(400);

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/environment/A=B");
        assertThat(refused.at("/errors/0/message")).isEqualTo("must be the name of a variable");
    }

    @Test
    void the_log_tells_what_happened_and_that_it_is_simulated() {
        var answer = api.get("/api/resources/" + container + "/logs?tail=1").expect(200);

        assertThat(answer.at("/resourceId")).isEqualTo(container);
        assertThat(answer.at("/logs/0/message")).isEqualTo("simulated: running");
        assertThat(answer.at("/logs/0/stream")).isEqualTo("stdout");
        assertThat(answer.at("/logs/0/timestamp")).endsWith("Z");
        assertThat(answer.at("/note")).isEqualTo("simulated");
    }

    @Test
    void a_followed_log_comes_line_by_line() throws IOException, InterruptedException {
        var id = api.post("/api/resources", Examples.container("followed")).expect(201).at("/_id");
        api.awaitStatus(id, "running");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        product.url()
                                                + "/api/resources/"
                                                + id
                                                + "/logs?follow=true&tail=0"))
                        .header("Authorization", "Bearer " + api.token())
                        .build();
        var response = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(":following");
            api.post("/api/resources/" + id + "/stop", "{\"force\":true}").expect(202);
            assertThat(upTo(lines, "event:log", "data:")).contains("simulated: stopped");
            api.awaitStatus(id, "stopped");
            api.delete("/api/resources/" + id).expect(202);
            assertThat(upTo(lines, "event:end", "data:")).isEqualTo("data:{}");
        }
        api.awaitStatus(id, "deleted");
        var kept = api.get("/api/resources/" + id + "/logs").expect(200);
        assertThat(kept.at("/logs/1/message")).isEqualTo("simulated: stopped");
        assertThat(kept.at("/note")).contains("kept");
    }

    @Test
    void what_a_resource_uses_is_measured_now() {
        var metrics = api.get("/api/resources/" + machine + "/metrics").expect(200);

        assertThat(metrics.at("/resourceId")).isEqualTo(machine);
        assertThat(metrics.json().at("/metrics/cpu/cores").asInt()).isPositive();
        assertThat(metrics.json().at("/metrics/cpu/usagePercent").isNumber()).isTrue();
        assertThat(metrics.json().at("/metrics/memory/totalMB").asLong()).isPositive();
        assertThat(metrics.json().at("/metrics/disk/totalGB").asLong()).isPositive();
        assertThat(metrics.json().at("/metrics/gpu/enabled").asBoolean()).isTrue();
        assertThat(metrics.json().at("/metrics/gpu/memoryTotalMB").asLong()).isPositive();
        assertThat(metrics.at("/note")).isEqualTo("simulated");
    }

    @Test
    void what_was_used_is_read_over_time() {
        for (var subject : List.of("nodes/local-sim", "resources/" + machine)) {
            var path = "/api/" + subject + "/metrics?from=1h";
            Awaitility.await(path)
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !api.get(path).expect(200).json().at("/points").isEmpty());
            var history = api.get("/api/" + subject + "/metrics/history?step=10m").expect(200);
            assertThat(history.json().at("/stepSeconds").asInt()).isEqualTo(600);
            assertThat(history.json().at("/points/0/values/cpuUsagePercent").isNumber()).isTrue();
        }
        assertThat(api.get("/api/nodes/local-sim/metrics?from=never").expect(400).text())
                .contains("from");
    }

    @Test
    void a_terminal_is_talked_to_over_a_websocket() {
        var ticket =
                api.post("/api/resources/" + container + "/terminal", "{\"columns\":100}")
                        .expect(201);

        try (var terminal = Terminal.open(URI.create(ticket.at("/url")))) {
            terminal.awaitText("simulated$ ");
            terminal.type("size\r");
            terminal.awaitText("100x24");
            terminal.say("{\"resize\":{\"columns\":132,\"rows\":50}}");
            terminal.type("size\r");
            terminal.awaitText("132x50");
            terminal.type("exit 3\r");
            assertThat(terminal.word()).isEqualTo("{\"exitCode\":3}");
            assertThat(terminal.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void a_ticket_is_good_once() {
        var ticket = api.post("/api/resources/" + container + "/terminal", "{}").expect(201);
        var url = URI.create(ticket.at("/url"));

        try (var terminal = Terminal.open(url)) {
            terminal.awaitText("simulated$ ");
            assertThat(Terminal.refusal(url)).isEqualTo(401);
        }
        assertThat(Terminal.refusal(URI.create(product.url().replace("http", "ws") + "/ws/live")))
                .isEqualTo(401);
    }

    @Test
    void tickets_that_are_spent_without_a_visit_leave_no_call_behind() {
        for (int i = 0; i < 300; i++) {
            var ticket = api.post("/api/resources/" + container + "/terminal", "{}").expect(201);
            var url = URI.create(ticket.at("/url"));
            api.get(url.getPath() + "?" + url.getQuery()).expect(400);
        }

        exec("{\"command\": [\"echo\", \"still\"]}").expect(200);
    }

    @Test
    void what_does_not_run_and_what_is_unknown_say_so() {
        var id = api.post("/api/resources", Examples.container("asleep")).expect(201).at("/_id");
        api.awaitStatus(id, "running");
        api.send(
                        "POST",
                        "/api/resources/" + id + "/stop",
                        "{\"force\":true}",
                        Map.of("Prefer", "wait=30"))
                .expect(200);

        assertThat(
                        api.post("/api/resources/" + id + "/exec", "{\"command\": \"env\"}")
                                .expect(409)
                                .at("/code"))
                .isEqualTo("NOT_RUNNING");
        assertThat(api.post("/api/resources/" + id + "/terminal", "{}").expect(409).at("/code"))
                .isEqualTo("NOT_RUNNING");
        assertThat(api.get("/api/images?nodeId=local-sim").expect(501).at("/detail"))
                .contains("simulated");
        assertThat(api.get("/api/images?nodeId=nowhere").expect(404).at("/code"))
                .isEqualTo("NOT_FOUND");
        assertThat(api.get("/api/images").expect(400).text()).contains("nodeId");
        assertThat(api.get("/api/resources/65a1b2c3d4e5f60718293a4b/logs").expect(404).at("/code"))
                .isEqualTo("NOT_FOUND");
    }

    private static Answer exec(String body) {
        return api.post("/api/resources/" + container + "/exec", body);
    }

    private static String upTo(BufferedReader lines, String event, String prefix)
            throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(event)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(event);
        line = lines.readLine();
        assertThat(line).startsWith(prefix);
        return line;
    }
}
