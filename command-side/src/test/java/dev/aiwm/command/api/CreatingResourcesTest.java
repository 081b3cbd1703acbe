package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class CreatingResourcesTest extends RestTest {
    private static final String WITHOUT_NODE = "\"nodeId\": \"" + Rest.EXAMPLE_NODE + "\",";

    private static int secretsOf(String resourceId) {
        return rest.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from vault_secret where owner_id = ?",
                        Integer.class,
                        resourceId);
    }

    private static int allSecrets() {
        return rest.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from vault_secret", Integer.class);
    }

    @Test
    void the_machine_of_the_founding_documents_is_created_verbatim() {
        var answer =
                rest.post("/resources", Rest.example("createResource.request.ubuntu-vm"))
                        .expect(201);

        var json = answer.json();
        String id = json.path("_id").asString();
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(answer.header("Location")).isEqualTo("/api/resources/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Link"))
                .isEqualTo(
                        "</api/executions/" + answer.at("/executionId") + ">; rel=\"execution\"");
        assertThat(answer.at("/status")).isEqualTo("queued");
        assertThat(answer.at("/resourceType")).isEqualTo("virtual-machine");
        assertThat(answer.at("/nodeId")).isEqualTo(Rest.EXAMPLE_NODE);
        assertThat(json.has("runtime")).isTrue();
        assertThat(json.path("runtime").isNull()).isTrue();
        assertThat(answer.at("/owner/orgId")).isEqualTo("o1");
        assertThat(answer.at("/config/cloudInit/password")).isEqualTo("***");
        assertThat(answer.at("/config/networkConfig/ipAddress")).isEqualTo("192.168.100.10");
        assertThat(answer.at("/createdAt"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.body()).doesNotContain("initial-password-123");
        assertThat(secretsOf(id)).isEqualTo(1);
        rest.delete("/api/resources/" + id + "?force=true");
    }

    @Test
    void a_machine_lets_in_whoever_has_one_of_several_keys() {
        String one = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC...";
        String several = one + "\\n\\nno-pty sk-ssh-ed25519@openssh.com AAAA me@home\\n";

        var answer =
                rest.post(
                                "/api/resources",
                                Rest.example("createResource.request.ubuntu-vm")
                                        .replace(one, several)
                                        .replace("\"enabled\": true", "\"enabled\": false")
                                        .replace("100.10\"", "100.11\""))
                        .expect(201);

        assertThat(answer.at("/config/cloudInit/sshPublicKey").lines()).hasSize(3);
        rest.delete("/api/resources/" + answer.at("/_id") + "?force=true");
    }

    @Test
    void the_container_of_the_founding_documents_is_created_verbatim() {
        var answer =
                rest.post("/api/resources", Rest.example("createResource.request.postgresql"))
                        .expect(201);

        assertThat(answer.at("/config/environment/POSTGRES_USER")).isEqualTo("admin");
        assertThat(answer.at("/config/environment/POSTGRES_PASSWORD")).isEqualTo("***");
        assertThat(answer.at("/config/volumes/0/hostPath")).isEqualTo("/data/postgres");
        assertThat(secretsOf(answer.at("/_id"))).isEqualTo(1);
    }

    @Test
    void without_a_node_placement_chooses_one_and_says_so() {
        var body = Rest.example("createResource.request.postgresql").replace(WITHOUT_NODE, "");

        var answer = rest.post("/api/resources", body.replace("5432", "5433")).expect(201);

        assertThat(answer.json().at("/placement/named").asBoolean()).isFalse();
        assertThat(answer.at("/placement/nodeId")).isEqualTo(answer.at("/nodeId"));
    }

    @Test
    void what_is_taken_is_a_conflict_that_names_its_holder_and_leaves_no_secret() {
        String gpu = ", \"gpuDeviceIds\": [\"GPU-1\"]";
        var holder =
                rest.post("/api/resources", on("gpu-1", Rest.container("holder", gpu))).expect(201);
        int before = allSecrets();

        var refused =
                rest.post(
                                "/api/resources",
                                on(
                                        "gpu-1",
                                        Rest.container(
                                                "late",
                                                gpu + ", \"environment\": {\"API_KEY\": \"s\"}")))
                        .expect(409);

        assertThat(refused.at("/code")).isEqualTo("GPU_TAKEN");
        assertThat(refused.body()).contains(holder.at("/_id"));
        assertThat(allSecrets()).isEqualTo(before);
    }

    private static String on(String node, String body) {
        return body.replaceFirst("\\{", "{\"nodeId\": \"" + node + "\",");
    }

    @Test
    void a_node_that_is_not_there_takes_nothing() {
        var refused =
                rest.post("/api/resources", on("nowhere", Rest.container("lost", ""))).expect(404);

        assertThat(refused.at("/code")).isIn("NODE_NOT_FOUND", "NOT_FOUND");
    }

    @Test
    void labels_and_policies_are_kept() {
        var body =
                Rest.container("labelled", "")
                        .replaceFirst(
                                "\\{",
                                "{\"labels\":{\"tier\":\"gold\"},\"computeWhenStopped\":\"release\","
                                        + "\"placementStrategy\":\"spread\",");

        var answer = rest.post("/api/resources", body).expect(201);

        assertThat(answer.at("/labels/tier")).isEqualTo("gold");
        assertThat(answer.at("/computeWhenStopped")).isEqualTo("release");
        assertThat(answer.at("/placement/strategy")).isEqualTo("spread");
    }

    @Test
    void who_waits_gets_the_resource_as_it_is_in_the_end() {
        var answer =
                rest.post("/api/resources", Rest.container("auto-awaited", ""), "Prefer", "wait=30")
                        .expect(201);

        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
        assertThat(answer.at("/status")).isEqualTo("running");
        assertThat(answer.at("/runtime/id")).isEqualTo("rt-1");
    }

    @Test
    void who_waits_too_short_gets_it_as_it_is() {
        var answer =
                rest.post("/api/resources", Rest.container("impatient", ""), "Prefer", "wait=1")
                        .expect(201);

        assertThat(answer.at("/status")).isIn("queued", "deploying");
    }
}
