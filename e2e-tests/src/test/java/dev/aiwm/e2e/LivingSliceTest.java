package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** From request to running to deleted, as a user sees it. */
class LivingSliceTest {
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
    void both_examples_run_verbatim_on_a_node_registered_under_the_id_that_they_name() {
        try (var node = SimulatedNode.enrol(api, Examples.NODE_ID, folder)) {
            var vm = api.post("/api/resources", Examples.UBUNTU_VM).expect(201);
            assertThat(vm.at("/status")).isEqualTo("queued");
            assertThat(vm.json().at("/runtime").isNull()).isTrue();
            assertThat(vm.at("/config/cloudInit/password")).isEqualTo("***");
            var database = api.post("/api/resources", Examples.POSTGRES).expect(201);
            assertThat(database.at("/config/environment/POSTGRES_PASSWORD")).isEqualTo("***");

            var running = api.awaitStatus(vm.at("/_id"), "running");
            assertThat(running.at("/runtime/allocatedGPU/0")).isEqualTo("GPU-0");
            api.awaitStatus(database.at("/_id"), "running");
            api.delete("/api/resources/" + vm.at("/_id")).expect(202);
            api.delete("/api/resources/" + database.at("/_id")).expect(202);
            api.awaitStatus(vm.at("/_id"), "deleted");
            api.awaitStatus(database.at("/_id"), "deleted");
            api.awaitHolders(Examples.NODE_ID, 0);
            api.delete("/api/nodes/" + Examples.NODE_ID).expect(200);
        }
    }

    @Test
    void without_a_node_placement_chooses_and_says_so() {
        var vm = api.post("/api/resources", Examples.withoutNode(Examples.UBUNTU_VM)).expect(201);
        assertThat(vm.at("/nodeId")).isNotNull();
        assertThat(vm.json().at("/placement/named").asBoolean()).isFalse();
        api.awaitStatus(vm.at("/_id"), "running");
        api.send("DELETE", "/api/resources/" + vm.at("/_id"), null, Map.of("Prefer", "wait=30"))
                .expect(200);
        api.awaitStatus(vm.at("/_id"), "deleted");
    }

    @Test
    void a_resource_is_stopped_started_and_restarted() {
        var created =
                api.post(
                                "/resources",
                                Examples.container("life-cycle"),
                                Map.of("Prefer", "wait=30"))
                        .expect(201);
        var id = created.at("/_id");
        api.awaitStatus(id, "running");
        for (var action : new String[] {"stop", "start", "restart"}) {
            var answer =
                    api.post(
                                    "/api/resources/" + id + "/" + action,
                                    "{}",
                                    Map.of("Prefer", "wait=30"))
                            .expect(200);
            assertThat(answer.at("/action")).isEqualTo(action);
            api.awaitStatus(id, action.equals("stop") ? "stopped" : "running");
        }
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
    }

    @Test
    void an_idempotency_key_makes_one_resource() {
        var headers = Map.of("Idempotency-Key", "once-only");
        var first = api.post("/api/resources", Examples.container("once"), headers).expect(201);
        var again = api.post("/api/resources", Examples.container("once"), headers).expect(201);
        assertThat(again.at("/_id")).isEqualTo(first.at("/_id"));
        api.post("/api/resources", Examples.container("other"), headers).expect(422);
        api.awaitField("/api/resources?name=once", "/total", "1");
    }

    @Test
    void without_a_token_everything_but_health_docs_and_login_is_closed() {
        var anonymous = Api.anonymous(product.url());
        var refused = anonymous.get("/api/resources").expect(401);
        assertThat(refused.at("/code")).isEqualTo("UNAUTHENTICATED");
        anonymous.get("/api/health").expect(200);
        anonymous.get("/api-docs.json").expect(200);
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        var body = Examples.container("typo").replace("\"imageTag\"", "\"imageTagg\"");
        var refused = api.post("/api/resources", body).expect(400);
        assertThat(refused.text()).contains("imageTagg");
    }
}
