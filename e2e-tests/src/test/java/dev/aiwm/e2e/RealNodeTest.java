package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What lies on a real engine besides resources: containers of others, and volumes. */
class RealNodeTest {
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);
    private static final String NODE = "e2e-node-" + UNIQUE;
    private static final String IMAGE = "aiwm-e2e/others-" + UNIQUE;
    private static final String SOMEBODYS = "somebodys-" + UNIQUE;
    private static final String PLAIN = "{}";

    @TempDir static Path folder;

    static Docker docker;
    static Product product;
    static Api api;

    @BeforeAll
    static void start() {
        docker = Docker.ofThisMachine();
        docker.importWebServer(IMAGE + ":1", "somebody else's", folder);
        product =
                Product.start(
                        folder.resolve("data"),
                        Map.of("AIWM_NODE", "docker", "AIWM_LOCALNODE_ID", NODE),
                        List.of());
        api = product.api();
        api.awaitField("/api/nodes/" + NODE, "/status", "online");
    }

    @AfterEach
    void nobodysContainers() {
        for (var name : List.of(SOMEBODYS, SOMEBODYS + "-other")) {
            var unused = docker.execute("rm", "-f", "-v", name);
        }
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
            var names = docker.tell("ps", "-a", "--format", "{{.Names}}").lines();
            for (var left : names.filter(name -> name.contains(NODE)).toList()) {
                var unused = docker.execute("rm", "-f", "-v", left);
            }
            for (var left : docker.containersOf(NODE)) {
                var unused = docker.execute("rm", "-f", "-v", left.split(" ")[0]);
            }
            var unused = docker.execute("rmi", "-f", IMAGE + ":1");
        }
    }

    @Test
    void a_container_of_somebody_else_becomes_a_resource_and_lives_on() {
        int port = Product.freePort();
        String engineId = somebodyRuns(port);
        String began = docker.tell("inspect", "-f", "{{.State.StartedAt}}", engineId);

        var adopted = adopt(engineId, "{\"labels\":{\"from\":\"by-hand\"}}").expect(200);
        var id = adopted.at("/resourceId");
        api.awaitStatus(id, "running");
        var running = api.get("/api/resources/" + id).expect(200);
        assertThat(running.at("/name")).isEqualTo(SOMEBODYS);
        assertThat(running.at("/status")).isEqualTo("running");
        assertThat(running.at("/runtime/id")).isEqualTo(engineId);
        assertThat(running.at("/labels/from")).isEqualTo("by-hand");
        assertThat(running.at("/config/environment/KEY_TO_THE_DOOR")).isEqualTo("***");
        assertThat(running.at("/claims/hostPorts/0/port")).isEqualTo(String.valueOf(port));
        assertThat(running.at("/claims/ramMB")).isEqualTo("64");
        assertThat(docker.tell("inspect", "-f", "{{.State.StartedAt}}", engineId)).isEqualTo(began);
        assertThat(adopt(engineId, PLAIN).expect(409).at("/code")).isEqualTo("ALREADY_MANAGED");

        var ran =
                api.post(
                        "/api/resources/" + id + "/exec",
                        "{\"command\":[\"cat\",\"/www/index.html\"]}");
        assertThat(ran.expect(200).at("/stdout")).isEqualTo("somebody else's");
        api.get("/api/resources/" + id + "/logs").expect(200);
        act(id, "stop", "stopped");
        assertThat(docker.tell("inspect", "-f", "{{.State.Status}}", engineId)).isEqualTo("exited");
        act(id, "start", "running");
        assertThat(docker.tell("inspect", "-f", "{{.State.Status}}", engineId))
                .isEqualTo("running");

        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
        assertThat(docker.execute("inspect", engineId).status()).isNotZero();
    }

    @Test
    void a_container_whose_port_is_claimed_or_that_is_not_there_is_not_adopted() {
        int port = Product.freePort();
        var stopped =
                api.post(
                                "/api/resources",
                                """
                                {"name":"holder","resourceType":"application-container",
                                 "nodeId":"%s","config":{"type":"application-container",
                                 "registry":"docker-hub","imageName":"%s","imageTag":"1",
                                 "containerPorts":[{"containerPort":80,"hostPort":%d}]}}"""
                                        .formatted(NODE, IMAGE, port),
                                Map.of("Prefer", "wait=30"))
                        .expect(201)
                        .at("/_id");
        api.awaitStatus(stopped, "running");
        act(stopped, "stop", "stopped");
        docker.tell("run", "-d", "--name", SOMEBODYS, "-p", port + ":80", IMAGE + ":1");

        var refused = adopt(SOMEBODYS, PLAIN).expect(409);
        assertThat(refused.at("/code")).isEqualTo("PORT_TAKEN");
        assertThat(refused.at("/detail")).contains(String.valueOf(port));
        assertThat(docker.tell("inspect", "-f", "{{.Name}}", SOMEBODYS)).isEqualTo("/" + SOMEBODYS);
        assertThat(adopt("nothing-" + UNIQUE, PLAIN).expect(404).at("/code"))
                .isEqualTo("NOT_FOUND");
        docker.tell("run", "-d", "--name", SOMEBODYS + "-other", "--pid", "host", IMAGE + ":1");
        var dangerous = adopt(SOMEBODYS + "-other", PLAIN).expect(422);
        assertThat(dangerous.at("/code")).isEqualTo("NOT_ADOPTABLE");
        assertThat(dangerous.at("/detail")).contains("processes of the node");
        api.delete("/api/resources/" + stopped).expect(202);
        api.awaitStatus(stopped, "deleted");
    }

    private static String somebodyRuns(int port) {
        return docker.tell(
                "run",
                "-d",
                "--name",
                SOMEBODYS,
                "-p",
                port + ":80",
                "-e",
                "KEY_TO_THE_DOOR=needle-" + UNIQUE,
                "--memory",
                "64m",
                IMAGE + ":1");
    }

    private static Answer adopt(String container, String body) {
        return api.post(
                "/api/nodes/" + NODE + "/containers/" + container + "/adopt",
                body,
                Map.of("Prefer", "wait=30"));
    }

    private static void act(String id, String action, String status) {
        api.post("/api/resources/" + id + "/" + action, PLAIN, Map.of("Prefer", "wait=30"))
                .expect(200);
        api.awaitStatus(id, status);
    }
}
