package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class NodesOverRestTest extends RestTest {

    @Test
    void a_node_is_made_known_changed_and_taken_out() {
        var created = rest.post("/api/nodes", Rest.example("createNode.request")).expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/nodes/gpu-node-01");
        assertThat(created.at("/status")).isEqualTo("pending");
        assertThat(created.at("/role/0")).isEqualTo("worker");

        var changed =
                rest.patch("/api/nodes/gpu-node-01", Rest.example("updateNode.request"))
                        .expect(200);
        assertThat(changed.at("/labels/zone")).isEqualTo("b");
        assertThat(changed.json().path("labels").has("gpu")).isFalse();
        assertThat(changed.json().path("cpuOvercommit").asDouble()).isEqualTo(2.0);

        rest.post("/api/nodes/gpu-node-01/cordon", "{}", "If-Match", "\"0\"").expect(412);
        var cordoned =
                rest.post("/api/nodes/gpu-node-01/cordon", Rest.example("cordonNode.request"))
                        .expect(200);
        assertThat(cordoned.json().path("cordoned").asBoolean()).isTrue();
        assertThat(cordoned.at("/cordonReason")).isEqualTo("disk is to be replaced");
        assertThat(
                        rest.post("/api/nodes/gpu-node-01/uncordon", null)
                                .expect(200)
                                .json()
                                .path("cordoned")
                                .asBoolean())
                .isFalse();
        assertThat(rest.delete("/api/nodes/gpu-node-01").expect(200).at("/status"))
                .isEqualTo("removed");
    }

    @Test
    void an_operator_fences_a_node_and_unfences_it() {
        rest.connectNode("broken");
        var path = "/api/nodes/broken";
        var body = Rest.example("fenceNode.request");
        rest.post(path + "/fence", body, "If-Match", "\"0\"").expect(412);
        rest.post(path + "/fence", "{}").expect(400);
        var fenced = rest.post(path + "/fence", body).expect(200);
        assertThat(fenced.json().path("fenced").asBoolean()).isTrue();
        assertThat(fenced.json().path("shutOut").asBoolean()).isTrue();
        assertThat(fenced.at("/status")).isEqualTo("offline");
        assertThat(fenced.at("/fenceReason")).isEqualTo("its disks are read by another machine");
        String version = fenced.header("ETag");
        var again = rest.post(path + "/fence", body).expect(200);
        assertThat(again.header("ETag")).isEqualTo(version);
        var unfenced = rest.post(path + "/unfence", null, "If-Match", version).expect(200);
        assertThat(unfenced.json().path("shutOut").asBoolean()).isFalse();
        assertThat(unfenced.json().path("fenced").asBoolean()).as("until it calls").isTrue();
        var user = new Caller("u2", "o1", Set.of("operator"));
        assertThat(rest.as(user, "POST", path + "/fence", body).status()).isEqualTo(403);
        assertThat(rest.as(user, "POST", path + "/unfence", null).status()).isEqualTo(403);
    }

    @Test
    void a_node_without_an_id_gets_one() {
        assertThat(rest.post("/api/nodes", "{\"name\":\"any\"}").expect(201).at("/nodeId"))
                .matches("node-[0-9a-f]{24}");
    }

    @Test
    void a_token_is_shown_once_and_can_be_revoked() {
        rest.post("/api/nodes", "{\"nodeId\":\"t1\",\"name\":\"t1\"}").expect(201);

        var issued =
                rest.post("/api/nodes/t1/token", Rest.example("issueNodeToken.request"))
                        .expect(201);

        assertThat(issued.at("/token")).contains(".");
        assertThat(issued.json().path("expiresIn").asInt()).isEqualTo(86_400);
        assertThat(issued.header("Cache-Control")).contains("no-store");
        var revoked = rest.delete("/api/nodes/t1/token").expect(200);
        assertThat(revoked.body()).doesNotContain(issued.at("/token"));
        assertThat(revoked.at("/tokenMetadata/description")).isEqualTo("agent of rack 4");
    }

    @Test
    void only_administrators_have_nodes() {
        var user = new Caller("u2", "o1", Set.of("operator"));

        var refused = rest.as(user, "POST", "/api/nodes", "{\"name\":\"mine\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code")).isEqualTo("FORBIDDEN");
        assertThat(rest.as(user, "POST", "/api/nodes/gpu-1/token", "{}").status()).isEqualTo(403);
        assertThat(rest.as(user, "DELETE", "/api/nodes/gpu-1", null).status()).isEqualTo(403);
    }

    @Test
    void a_node_that_is_in_use_stays() {
        var made = rest.post("/api/resources", Rest.container("sitting", "")).expect(201);

        var refused = rest.delete("/api/nodes/" + made.at("/nodeId")).expect(409);

        assertThat(refused.at("/code")).isEqualTo("NODE_IN_USE");
        assertThat(refused.body()).contains(made.at("/_id"));
    }

    @Test
    void nodes_are_validated() {
        rest.post("/api/nodes", "{}").expect(400);
        rest.post("/api/nodes", "{\"name\":\"a\",\"nodeId\":\"a b\"}").expect(400);
        rest.post("/api/nodes", "{\"name\":\"a\",\"cpuOvercommit\":0.5}").expect(400);
        rest.post("/api/nodes", "{\"name\":\"a\",\"role\":[\"king\"]}").expect(400);
        var nothing = rest.post("/api/nodes", "{\"name\":\"a\",\"role\":[null]}").expect(400);
        assertThat(nothing.at("/errors/0/pointer")).isEqualTo("/role/0");
        rest.post("/api/nodes/nowhere/cordon", "{}").expect(404);
    }

    @Test
    void a_null_in_a_patch_takes_a_description_away_and_nothing_that_must_be_there() {
        var path = "/api/nodes/patched";
        rest.post("/api/nodes", "{\"nodeId\":\"patched\",\"name\":\"a\",\"description\":\"b\"}")
                .expect(201);

        for (String field : new String[] {"name", "labels", "cpuOvercommit"}) {
            var refused = rest.patch(path, "{\"" + field + "\":null}").expect(400);
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + field);
        }
        assertThat(rest.patch(path, "{\"name\":\"   \"}").expect(400).at("/errors/0/pointer"))
                .isEqualTo("/name");
        assertThat(rest.patch(path, "{}").expect(200).at("/description")).isEqualTo("b");
        var without = rest.patch(path, "{\"description\":null}").expect(200);
        assertThat(without.json().has("description")).isFalse();
        assertThat(rest.patch(path, "{\"description\":null}").expect(200).header("ETag"))
                .isEqualTo(without.header("ETag"));
    }

    @Test
    void labels_are_counted_as_a_patch_leaves_them() {
        rest.post("/api/nodes", "{\"nodeId\":\"labelled\",\"name\":\"a\"}").expect(201);
        rest.patch("/api/nodes/labelled", labels("a", 60)).expect(200);

        var refused = rest.patch("/api/nodes/labelled", labels("b", 5)).expect(400);

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/labels");
        rest.patch("/api/nodes/labelled", labels("b", 4)).expect(200);
    }

    private static String labels(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + prefix + number + "\":\"x\"")
                .collect(Collectors.joining(",", "{\"labels\":{", "}}"));
    }
}
