package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Containers over REST on a real engine, looked at with the engine's own command line. */
class RealContainersTest {
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);
    private static final String NODE = "e2e-docker-" + UNIQUE;
    private static final String IMAGE = "aiwm-e2e/web-" + UNIQUE;
    private static final String GREETING = "served from within";

    @TempDir static Path folder;

    static Docker docker;
    static Product product;
    static Api api;

    @BeforeAll
    static void start() {
        docker = Docker.ofThisMachine();
        docker.importWebServer(IMAGE + ":1", GREETING, folder);
        product =
                Product.start(
                        folder.resolve("data"),
                        Map.of(
                                "AIWM_NODE", "docker",
                                "AIWM_LOCALNODE_ID", NODE,
                                "AIWM_DIVERGENCE_FIRST_DELAY", "3s",
                                "AIWM_WARNINGS_DISK_PERCENT", "0",
                                "AIWM_WARNINGS_SAMPLES", "1"),
                        List.of());
        api = product.api();
        api.awaitField("/api/nodes/" + NODE, "/status", "online");
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
            for (var left : docker.containersOf(NODE)) {
                var unused = docker.execute("rm", "-f", "-v", left.split(" ")[0]);
            }
            var unused = docker.execute("rmi", "-f", IMAGE + ":1");
        }
    }

    @Test
    void the_node_says_truly_what_it_is() throws IOException {
        var node = api.get("/api/nodes/" + NODE).expect(200);
        assertThat(node.json().at("/simulated").asBoolean()).isFalse();
        assertThat(node.at("/engines/0")).isEqualTo("container");
        assertThat(node.json().at("/ramTotal").asLong()).isEqualTo(memoryMB());
        assertThat(node.json().at("/diskTotal").asLong()).isPositive();
        assertThat(node.json().at("/cpuCores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(node.json().at("/gpuDevices")).isEmpty();
    }

    @Test
    void the_node_is_warned_of_what_was_measured() {
        var warned = api.awaitField("/api/nodes/" + NODE, "/warnings/0/kind", "disk");
        assertThat(warned.at("/warnings/0/message")).endsWith("% used");
    }

    @Test
    void a_web_server_lives_from_its_creation_to_its_removal() {
        int port = Product.freePort();
        var created =
                api.post("/api/resources", webServer("web", port), Map.of("Prefer", "wait=30"))
                        .expect(201);
        var id = created.at("/_id");
        var running = api.awaitStatus(id, "running");
        assertThat(docker.containersOf(NODE)).containsExactly("aiwm-" + id + "-1 running");
        assertThat(running.at("/runtime/id"))
                .isEqualTo(docker.tell("inspect", "-f", "{{.Id}}", "aiwm-" + id + "-1"));
        awaitGreeting(port);

        act(id, "stop", "stopped");
        assertThat(docker.containersOf(NODE)).containsExactly("aiwm-" + id + "-1 exited");
        act(id, "start", "running");
        awaitGreeting(port);

        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
        assertThat(docker.containersOf(NODE)).isEmpty();
    }

    @Test
    void what_is_done_by_hand_shows_within_two_seconds_and_is_put_right() {
        int port = Product.freePort();
        var id =
                api.post("/api/resources", webServer("by-hand", port), Map.of("Prefer", "wait=30"))
                        .expect(201)
                        .at("/_id");
        api.awaitStatus(id, "running");
        var first = docker.tell("inspect", "-f", "{{.Id}}", "aiwm-" + id + "-1");

        docker.tell("stop", "aiwm-" + id + "-1");
        awaitShown(id);
        api.awaitStatus(id, "running");
        assertThat(docker.tell("inspect", "-f", "{{.Id}}", "aiwm-" + id + "-1")).isEqualTo(first);

        docker.tell("rm", "-f", "aiwm-" + id + "-1");
        awaitShown(id);
        var again = api.awaitStatus(id, "running");
        assertThat(again.at("/divergence")).isNull();
        assertThat(again.json().at("/restoration/attempt").asInt()).isEqualTo(2);
        assertThat(docker.containersOf(NODE)).contains("aiwm-" + id + "-1 running");
        awaitGreeting(port);
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
    }

    private static void awaitShown(String id) {
        Awaitility.await("what was done shows")
                .atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.get("/api/resources/" + id).at("/divergence/since") != null);
    }

    @Test
    void what_is_done_by_hand_is_accepted_where_that_was_chosen() {
        var body = webServer("accepts", Product.freePort());
        var id = api.post("/api/resources", body).expect(201).at("/_id");
        api.awaitStatus(id, "running");
        assertThat(api.get("/api/resources/" + id).at("/onDivergence")).isEqualTo("restore");
        api.patch("/api/resources/" + id, "{\"onDivergence\": \"accept\"}").expect(200);

        docker.tell("stop", "aiwm-" + id + "-1");

        api.awaitStatus(id, "stopped");
        var seen = api.awaitField("/api/resources/" + id, "/wantedStatus", "stopped");
        assertThat(seen.at("/divergence")).isNull();
        act(id, "start", "running");
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
    }

    @Test
    void what_runs_inside_is_listened_to_and_run_beside() {
        var id = talkative();

        var done =
                api.post(
                                "/api/resources/" + id + "/exec",
                                "{\"command\": [\"sh\", \"-c\", \"echo $NAME; echo no >&2; exit 5\"],"
                                        + " \"environment\": {\"NAME\": \"given\"}}")
                        .expect(200);
        assertThat(done.at("/stdout")).isEqualTo("given\n");
        assertThat(done.at("/stderr")).isEqualTo("no\n");
        assertThat(done.json().at("/exitCode").asInt()).isEqualTo(5);

        var path = "/api/resources/" + id + "/logs";
        var logs = api.awaitField(path, "/logs/0/message", "WARN ready");
        assertThat(logs.at("/logs/0/level")).isEqualTo("warn");
        assertThat(logs.at("/logs/0/timestamp")).endsWith("Z");
        assertThat(logs.at("/note")).isNull();

        var used = api.get("/api/resources/" + id + "/metrics").expect(200);
        assertThat(used.json().at("/metrics/memory/totalMB").asLong()).isPositive();
        assertThat(used.at("/note")).isNull();

        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
        assertThat(api.get(path).expect(200).at("/logs/0/message")).isEqualTo("WARN ready");
    }

    @Test
    void a_terminal_in_it_is_talked_to() {
        var id = talkative();

        var ticket = api.post("/api/resources/" + id + "/terminal", "{}").expect(201);
        try (var terminal = Terminal.open(URI.create(ticket.at("/url")))) {
            terminal.type("echo $((6 * 7))-\r");
            terminal.awaitText("42-");
            terminal.type("exit 3\r");
            assertThat(terminal.word()).isEqualTo("{\"exitCode\":3}");
        }
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
    }

    @Test
    void an_image_that_is_nowhere_fails_with_a_reason_and_leaves_nothing() {
        var body = webServer("nowhere", Product.freePort()).replace(IMAGE, "127.0.0.1:9/none");
        var id = api.post("/api/resources", body).expect(201).at("/_id");

        var failed = api.awaitStatus(id, "failed");

        assertThat(failed.text()).contains("REGISTRY_UNREACHABLE");
        assertThat(docker.tell("ps", "-a", "--filter", "name=" + id, "-q")).isEmpty();
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
    }

    /** A container that has said something and goes on. */
    private static String talkative() {
        var body =
                webServer("talks", Product.freePort())
                        .replace(
                                "\"imageTag\"",
                                "\"command\": [\"sh\", \"-c\", \"echo WARN ready;"
                                        + " trap 'exit 0' TERM; while true; do sleep 1; done\"],"
                                        + " \"imageTag\"");
        var id = api.post("/api/resources", body).expect(201).at("/_id");
        api.awaitStatus(id, "running");
        return id;
    }

    private static String webServer(String name, int port) {
        return """
        {"name": "%s", "resourceType": "application-container", "nodeId": "%s",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "%s", "imageTag": "1",
                    "containerPorts": [
                      {"containerPort": 80, "hostPort": %d, "hostAddress": "127.0.0.1"}]}}
        """
                .formatted(name, NODE, IMAGE, port);
    }

    private static void act(String id, String action, String then) {
        api.post("/api/resources/" + id + "/" + action, "{}", Map.of("Prefer", "wait=30"))
                .expect(200);
        api.awaitStatus(id, then);
    }

    private static long memoryMB() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** What runs needs a moment until it listens. */
    private static void awaitGreeting(int port) {
        Awaitility.await("port " + port + " answers")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get(port), GREETING::equals);
    }

    private static String get(int port) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
