package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Set;

class LivingResourcesTest extends RestTest {

    private static String running(String name) {
        return rest.post("/api/resources", Rest.container("auto-" + name, ""), "Prefer", "wait=30")
                .expect(201)
                .at("/_id");
    }

    private static String path(String id) {
        return "/api/resources/" + id;
    }

    @Test
    void an_action_is_accepted_and_names_its_execution() {
        String id =
                rest.post("/api/resources", Rest.container("accepted", "")).expect(201).at("/_id");

        var answer = rest.delete(path(id)).expect(202);

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(answer.at("/message")).isEqualTo("Container delete requested");
        assertThat(answer.at("/resourceId")).isEqualTo(id);
        assertThat(answer.at("/action")).isEqualTo("delete");
        assertThat(answer.at("/timestamp")).endsWith("Z");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/executions/" + answer.at("/executionId"));
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("ETag")).isNotNull();
    }

    @Test
    void who_waits_sees_the_end_of_each_action() {
        String id = running("life");

        for (String[] step :
                new String[][] {
                    {"stop", "stopped"},
                    {"start", "running"},
                    {"restart", "running"}
                }) {
            var answer = rest.post(path(id) + "/" + step[0], "{}", "Prefer", "wait=30").expect(200);
            assertThat(answer.at("/status")).isEqualTo(step[1]);
            assertThat(answer.json().path("success").asBoolean()).isTrue();
        }
        assertThat(rest.delete(path(id), "Prefer", "wait=30").expect(200).at("/status"))
                .isEqualTo("deleted");
    }

    @Test
    void what_is_so_already_needs_no_work() {
        String id = running("already");

        var answer = rest.post(path(id) + "/start", null).expect(200);

        assertThat(answer.at("/message")).isEqualTo("Container is running");
    }

    @Test
    void what_cannot_be_done_now_says_what_can() {
        String id =
                rest.post("/api/resources", Rest.container("queued", "")).expect(201).at("/_id");

        var refused = rest.post(path(id) + "/restart", "{}").expect(409);

        assertThat(refused.at("/code")).isIn("ILLEGAL_TRANSITION", "OPERATION_IN_PROGRESS");
        assertThat(refused.at("/currentState")).isIn("queued", "deploying");
        assertThat(refused.at("/allowedActions/0")).isEqualTo("delete");
    }

    @Test
    void a_change_meant_for_another_version_is_refused() {
        String id = running("versions");

        var refused = rest.post(path(id) + "/stop", "{}", "If-Match", "\"0\"").expect(412);
        assertThat(refused.at("/code")).isEqualTo("VERSION_MISMATCH");
        rest.patch(path(id), "{\"name\":\"auto-other\"}", "If-Match", "\"0\"").expect(412);
        rest.delete(path(id), "If-Match", "\"0\"").expect(412);

        String etag = rest.patch(path(id), "{\"name\":\"auto-other\"}").expect(200).header("ETag");
        rest.post(path(id) + "/stop", "{}", "If-Match", etag).expect(202);
    }

    @Test
    void a_patch_changes_what_it_names() {
        String id = running("patched");

        rest.patch(path(id), "{\"labels\":{\"a\":\"1\",\"b\":\"2\"},\"description\":\"d\"}")
                .expect(200);
        var answer =
                rest.patch(path(id), "{\"labels\":{\"a\":null},\"description\":null}").expect(200);

        assertThat(answer.json().path("labels").has("a")).isFalse();
        assertThat(answer.at("/labels/b")).isEqualTo("2");
        assertThat(answer.json().has("description")).isFalse();
    }

    @Test
    void status_states_the_wanted_state() {
        String id = running("wanted");

        var stopping = rest.patch(path(id), "{\"status\":\"stopped\"}").expect(202);
        assertThat(stopping.at("/wantedStatus")).isEqualTo("stopped");
        assertThat(stopping.header("Location")).startsWith("/api/executions/");
        var running = rest.patch(path(id), "{\"status\":\"running\"}", "Prefer", "wait=30");
        assertThat(running.status()).isIn(200, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "queued", "deleted", ""})
    void no_other_status_can_be_set(String status) {
        String id = running("status-" + (status.isEmpty() ? "none" : status));

        var refused = rest.patch(path(id), "{\"status\":\"" + status + "\"}").expect(400);

        assertThat(refused.at("/code")).isEqualTo("STATUS_NOT_SETTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nodeId\":\"x\"}",
                "{\"resourceType\":\"virtual-machine\"}",
                "{\"nmae\":\"x\"}",
                "{\"name\":null}",
                "{\"labels\":[]}",
                "{\"config\":7}",
                "{\"computeWhenStopped\":\"unknown\"}",
                "[]"
            })
    void a_patch_of_what_cannot_be_changed_is_refused(String patch) {
        String id = running("refused");

        rest.patch(path(id), patch).expect(400);
    }

    @Test
    void the_configuration_of_what_runs_is_not_changed() {
        String id = running("busy");

        var refused = rest.patch(path(id), "{\"config\":{\"imageTag\":\"1.28\"}}").expect(409);

        assertThat(refused.at("/code")).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void the_configuration_of_what_rests_is_changed_with_its_claims() {
        String id = running("resting");
        rest.post(path(id) + "/stop", "{}", "Prefer", "wait=30").expect(200);

        var answer =
                rest.patch(
                                path(id),
                                "{\"config\":{\"imageTag\":\"1.28\",\"cpuCores\":2,\"ramLimit\":512}}")
                        .expect(200);

        assertThat(answer.at("/config/imageTag")).isEqualTo("1.28");
        assertThat(answer.at("/config/imageName")).isEqualTo("nginx");
        assertThat(answer.json().at("/claims/ramMB").asInt()).isEqualTo(512);
        assertThat(answer.json().path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void a_stopped_resource_that_keeps_no_compute_has_none_after_a_patch() {
        var created =
                rest.post(
                                "/api/resources",
                                Rest.container("auto-frugal", "")
                                        .replaceFirst(
                                                "\\{", "{\"computeWhenStopped\":\"release\","),
                                "Prefer",
                                "wait=30")
                        .expect(201);
        String id = created.at("/_id");
        String node = "/api/nodes/" + created.at("/nodeId");
        rest.post(path(id) + "/stop", "{}", "Prefer", "wait=30").expect(200);
        int before = claimedRam(node);

        rest.patch(path(id), "{\"config\":{\"ramLimit\":2048}}").expect(200);
        assertThat(claimedRam(node)).isEqualTo(before);
        rest.patch(path(id), "{\"config\":{\"ramLimit\":1000000000}}").expect(409);
        assertThat(claimedRam(node)).isEqualTo(before);

        rest.patch(path(id), "{\"computeWhenStopped\":\"keep\"}").expect(200);
        rest.patch(path(id), "{\"config\":{\"ramLimit\":1024}}").expect(200);
        assertThat(claimedRam(node)).isEqualTo(before + 1024);
        rest.patch(path(id), "{\"computeWhenStopped\":\"release\"}").expect(200);
        assertThat(claimedRam(node)).isEqualTo(before);
    }

    @Test
    void what_is_gone_after_it_was_stopped_has_no_compute_after_a_patch_either() {
        var stopped = stoppedWithoutCompute("auto-gone");
        String id = stopped.at("/_id");
        String node = "/api/nodes/" + stopped.at("/nodeId");
        observe(stopped, ObservedState.ABSENT);
        int before = claimedRam(node);

        var patched = rest.patch(path(id), "{\"config\":{\"ramLimit\":2048}}").expect(200);

        assertThat(patched.at("/status")).isEqualTo("failed");
        assertThat(claimedRam(node)).isEqualTo(before);
    }

    @Test
    void what_runs_although_it_should_not_claims_its_compute_when_it_is_to() {
        var stopped = stoppedWithoutCompute("auto-by-hand");
        String node = "/api/nodes/" + stopped.at("/nodeId");
        observe(stopped, ObservedState.RUNNING);
        int before = claimedRam(node);
        var started =
                rest.post(path(stopped.at("/_id")) + "/start", null, "Prefer", "wait=30")
                        .expect(200);

        assertThat(started.at("/status")).isEqualTo("running");
        assertThat(claimedRam(node)).isEqualTo(before + 512);
    }

    private static Rest.Answer stoppedWithoutCompute(String name) {
        var created =
                rest.post(
                                "/api/resources",
                                Rest.container(name, ", \"ramLimit\": 512")
                                        .replaceFirst(
                                                "\\{", "{\"computeWhenStopped\":\"release\","),
                                "Prefer",
                                "wait=30")
                        .expect(201);
        rest.post(path(created.at("/_id")) + "/stop", "{}", "Prefer", "wait=30").expect(200);
        rest.bean(Commands.class)
                .<NodeState>send(
                        new ReleaseCompute(
                                NodeId.of(created.at("/nodeId")),
                                ResourceId.of(created.at("/_id"))));
        return created;
    }

    private static void observe(Rest.Answer resource, ObservedState state) {
        var seen = new Observation(state, null, null, Instant.now());
        rest.bean(Commands.class)
                .<ResourceState>send(
                        new RecordObservation(
                                ResourceId.of(resource.at("/_id")),
                                NodeId.of(resource.at("/nodeId")),
                                1,
                                seen,
                                null));
    }

    private static int claimedRam(String node) {
        return rest.patch(node, "{\"description\":\"x\"}")
                .expect(200)
                .json()
                .at("/capacity/ramClaimedMB")
                .asInt();
    }

    @Test
    void another_organisation_does_not_find_it() {
        String id = running("private");
        var stranger = new Caller("u2", "o2", Set.of("operator"));

        for (String[] wish :
                new String[][] {
                    {"POST", "/stop", "{}"},
                    {"POST", "/start", "{}"},
                    {"PATCH", "", "{\"name\":\"mine\"}"},
                    {"DELETE", "", null}
                }) {
            assertThat(rest.as(stranger, wish[0], path(id) + wish[1], wish[2]).status())
                    .isEqualTo(404);
        }
        assertThat(
                        rest.as(
                                        new Caller("u3", "o1", Set.of("operator")),
                                        "PATCH",
                                        path(id),
                                        "{\"name\":\"auto-ours\"}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void what_never_was_is_not_found() {
        rest.post("/api/resources/" + "0".repeat(24) + "/start", "{}").expect(404);
        rest.post("/api/resources/nonsense/start", "{}").expect(404);
        rest.delete("/api/executions/" + "0".repeat(24)).expect(404);
    }

    @Test
    void a_live_call_needs_the_nodes_agent() {
        String id = running("alone");

        for (String live : new String[] {"logs", "metrics"}) {
            assertThat(rest.get(path(id) + "/" + live).expect(503).at("/code"))
                    .isEqualTo("NODE_OFFLINE");
        }
        rest.post(path(id) + "/exec", "{\"command\":[\"id\"]}").expect(503);
        rest.post(path(id) + "/terminal", "{}").expect(503);
    }
}
