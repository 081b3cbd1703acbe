package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Snapshots, pauses and sizes from the request to the driver and back. */
class FurtherOperationsTest {
    private static final Map<String, String> WAIT = Map.of("Prefer", "wait=30");
    private static final String VM =
            """
            {"name": "%s", "resourceType": "virtual-machine", "nodeId": "local-sim",
             "config": {"type": "virtual-machine", "osImage": "debian-12", "vcpus": 2,
               "ramMB": 2048, "diskGB": 20,
               "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"}}}
            """;

    @TempDir static Path folder;

    static Product product;
    static Api api;

    @BeforeAll
    static void start() {
        product = Product.start(folder.resolve("data"));
        api = product.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void a_snapshot_is_taken_listed_restored_and_deleted() {
        var vm = running("snapshots");

        var taken =
                api.post(
                                vm + "/snapshots",
                                "{\"name\":\"before\",\"description\":\"the update\"}",
                                WAIT)
                        .expect(200);
        assertThat(taken.at("/success")).isEqualTo("true");
        assertThat(taken.at("/snapshot/name")).isEqualTo("before");
        assertThat(taken.at("/snapshot/status")).isEqualTo("ready");
        assertThat(taken.at("/snapshot/consistency")).isEqualTo("memory");
        assertThat(taken.json().at("/snapshot/diskSizeGB").asDouble()).isEqualTo(5.0);
        var first = taken.at("/snapshot/id");
        api.awaitField(vm + "/snapshots", "/snapshots/0/id", first);

        api.post(vm + "/stop", "{}", WAIT).expect(200);
        var second =
                api.post(vm + "/snapshots", "{\"name\":\"at rest\"}", WAIT)
                        .expect(200)
                        .at("/snapshot/id");
        var listed = api.awaitField(vm + "/snapshots", "/snapshots/1/id", second);
        assertThat(listed.at("/snapshots/1/parent")).isEqualTo(first);
        assertThat(listed.at("/snapshots/1/consistency")).isEqualTo("offline");

        var restored = api.post(snapshot(vm, first) + "/restore", "{}", WAIT).expect(200);
        assertThat(restored.at("/success")).isEqualTo("true");
        assertThat(restored.at("/status")).isEqualTo("running");
        assertThat(restored.at("/action")).isEqualTo("restore-snapshot");

        api.send("DELETE", snapshot(vm, first), null, WAIT).expect(200);
        var left = api.awaitField(vm + "/snapshots", "/snapshots/0/id", second);
        assertThat(left.json().at("/snapshots/0").has("parent")).isFalse();
        api.delete(snapshot(vm, first)).expect(404);
        api.post(snapshot(vm, first) + "/restore", "{}").expect(404);
    }

    @Test
    void a_wish_for_a_snapshot_is_accepted_once_and_names_its_execution() {
        var vm = running("accepted");
        var headers = Map.of("Idempotency-Key", "snapshot-once");

        var answer = api.post(vm + "/snapshots", "{\"name\":\"one\"}", headers).expect(202);
        var again = api.post(vm + "/snapshots", "{\"name\":\"one\"}", headers).expect(202);

        assertThat(again.at("/snapshot/id")).isEqualTo(answer.at("/snapshot/id"));
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/executions/" + answer.at("/executionId"));
        api.awaitField("/api/executions/" + answer.at("/executionId"), "/status", "succeeded");
        api.awaitField(vm + "/snapshots", "/snapshots/0/status", "ready");
        assertThat(api.get(vm + "/snapshots").json().path("snapshots")).hasSize(1);
    }

    @Test
    void a_machine_is_paused_and_resumed_and_repeating_it_changes_nothing() {
        var vm = running("pauses");

        assertThat(api.post(vm + "/pause", "{}", WAIT).expect(200).at("/status"))
                .isEqualTo("paused");
        var paused = api.awaitField(vm, "/status", "paused");
        assertThat(paused.at("/wantedStatus")).isEqualTo("paused");
        assertThat(api.post(vm + "/pause", "{}").expect(200).at("/success")).isEqualTo("true");
        assertThat(api.get(vm).at("/version")).isEqualTo(paused.at("/version"));
        assertThat(api.post(vm + "/start", "{}").expect(409).at("/allowedActions/0"))
                .isEqualTo("resume");

        assertThat(api.post(vm + "/resume", "{}", WAIT).expect(200).at("/status"))
                .isEqualTo("running");
        api.awaitField(vm, "/status", "running");
    }

    @Test
    void a_container_is_paused_but_has_no_snapshots() {
        var id =
                api.post("/api/resources", Examples.container("frozen"), WAIT)
                        .expect(201)
                        .at("/_id");
        var container = "/api/resources/" + id;

        api.post(container + "/pause", "{}", WAIT).expect(200);
        var refused = api.post(container + "/snapshots", "{\"name\":\"n\"}").expect(409);

        assertThat(refused.at("/code")).isEqualTo("NOT_FOR_THIS_TYPE");
        api.awaitField(container, "/status", "paused");
        api.get(container + "/snapshots").expect(409);
        api.post(container + "/resume", "{}", WAIT).expect(200);
    }

    @Test
    void what_runs_grows_and_shrinks_with_its_claims() {
        var vm = running("sizes");

        var grown = resize(vm, 4, 4_096, 30).expect(200);
        assertThat(grown.json().at("/config/vcpus").asInt()).isEqualTo(4);
        assertThat(grown.json().at("/claims/ramMB").asInt()).isEqualTo(4_096);
        assertThat(grown.json().at("/fromNextStart").toString()).isEqualTo("[\"ram\"]");
        assertThat(grown.json().at("/runtime/allocatedCPU").asDouble()).isEqualTo(4);
        awaitClaims(vm, 4, 4_096, 30);

        var shrunk = resize(vm, 1, 1_024, 30).expect(200);
        assertThat(shrunk.at("/status")).isEqualTo("running");
        awaitClaims(vm, 1, 1_024, 30);
        api.post(vm + "/restart", "{}", WAIT).expect(200);
        api.awaitField(vm, "/runtime/allocatedRAM", "1024");
        assertThat(api.get(vm).json().has("fromNextStart")).isFalse();
    }

    @Test
    void what_the_node_does_not_have_is_refused_and_changes_nothing() {
        var vm = running("too-large");

        assertThat(resize(vm, 2, 262_145, 20).expect(409).at("/code")).isEqualTo("RAM_EXHAUSTED");
        assertThat(resize(vm, 2, 2_048, 10).expect(422).at("/code"))
                .isEqualTo("DISK_CANNOT_SHRINK");

        awaitClaims(vm, 2, 2_048, 20);
        assertThat(api.get(vm).json().at("/config/ramMB").asInt()).isEqualTo(2_048);
    }

    @Test
    void a_version_that_is_old_is_refused() {
        var vm = running("versions");

        for (var path : new String[] {"/pause", "/resume", "/snapshots"}) {
            var body = path.equals("/snapshots") ? "{\"name\":\"n\"}" : "{}";
            api.post(vm + path, body, Map.of("If-Match", "\"0\"")).expect(412);
        }
        api.post(vm + "/snapshots", "{\"name\":\" \"}").expect(400);
        api.post(vm + "/snapshots", "{\"nmae\":\"n\"}").expect(400);
    }

    private static String running(String name) {
        var created = api.post("/api/resources", VM.formatted(name), WAIT).expect(201);
        assertThat(created.at("/status")).isEqualTo("running");
        var path = "/api/resources/" + created.at("/_id");
        api.awaitField(path, "/status", "running");
        return path;
    }

    private static String snapshot(String vm, String id) {
        return vm + "/snapshots/" + id;
    }

    private static Answer resize(String vm, int vcpus, long ramMB, long diskGB) {
        var headers = new HashMap<>(WAIT);
        headers.put("Content-Type", "application/merge-patch+json");
        var body =
                "{\"config\":{\"vcpus\":%d,\"ramMB\":%d,\"diskGB\":%d}}"
                        .formatted(vcpus, ramMB, diskGB);
        return api.send("PATCH", vm, body, headers);
    }

    /** The ledger holds just that for the machine, and the machine knows of just that. */
    private static void awaitClaims(String vm, int cpuCores, long ramMB, long diskGB) {
        var id = vm.substring(vm.lastIndexOf('/') + 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            var claims = claimsOf(id);
                            assertThat(claims.isObject()).as("claims of " + id).isTrue();
                            assertThat(claims.path("cpuCores").asInt()).isEqualTo(cpuCores);
                            assertThat(claims.path("ramMB").asLong()).isEqualTo(ramMB);
                            assertThat(claims.path("diskGB").asLong()).isEqualTo(diskGB);
                        });
    }

    private static JsonNode claimsOf(String id) {
        return api.get("/api/nodes/local-sim/allocations")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.toString().contains(id))
                .findFirst()
                .map(item -> item.path("claims"))
                .orElseGet(MissingNode::getInstance);
    }
}
