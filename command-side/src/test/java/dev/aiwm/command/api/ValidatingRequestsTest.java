package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ValidatingRequestsTest extends RestTest {
    private static final String MACHINE = Rest.example("createResource.request.ubuntu-vm");

    private static Rest.Answer refused(String from, String to) {
        String body = MACHINE.replace(from, to);
        assertThat(body).isNotEqualTo(MACHINE);
        return rest.post("/api/resources", body).expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"vcpus\": 8 | \"vcpus\": 129 | /config/vcpus",
                "\"vcpus\": 8 | \"vcpus\": 0 | /config/vcpus",
                "\"vcpus\": 8, | '' | /config/vcpus",
                "\"diskGB\": 100 | \"diskGB\": 9 | /config/diskGB",
                "\"ubuntu-22.04\" | \"beos\" | /config/osImage",
                "\"ubuntu-22.04\" | \"unknown\" | /config/osImage",
                "\"osImage\": \"ubuntu-22.04\", | '' | /config/osImage",
                "\"ipAddress\": \"192.168.100.10\", | '' | /config/networkConfig/ipAddress",
                "\"netmask\": \"255.255.255.0\", | '' | /config/networkConfig/netmask",
                "\"gateway\": \"192.168.100.1\", | '' | /config/networkConfig/gateway",
                "192.168.100.10 | 192.168.100.300 | /config/networkConfig/ipAddress",
                "192.168.100.10 | 192.168.100.1 | /config/networkConfig/ipAddress",
                "192.168.100.10 | 192.168.100.0 | /config/networkConfig/ipAddress",
                "192.168.100.10 | 192.168.100.255 | /config/networkConfig/ipAddress",
                "255.255.255.0 | 255.0.255.0 | /config/networkConfig/netmask",
                "192.168.100.1\" | 10.0.0.1\" | /config/networkConfig/gateway",
                "\"vlanId\": 100 | \"vlanId\": 4095 | /config/networkConfig/vlanId",
                "\"passthrough\" | \"mig\" | /config/gpuConfig/migProfile",
                "\"mode\": \"passthrough\", | '' | /config/gpuConfig/mode",
                "[\"GPU-0\"] | [\"GPU-0\", \"GPU-0\"] | /config/gpuConfig/deviceIds",
                "\"dev-vm-01\" | \"-dev\" | /config/cloudInit/hostname",
                "\"ssh-rsa AAAAB3Nz | \"ssh-rsa\\nAAAAB3Nz | /config/cloudInit/sshPublicKey",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC... | \\n | /config/cloudInit/sshPublicKey",
                "\"initial-password-123\" | \"***\" | /config/cloudInit/password",
                "\"initial-password-123\" | 17 | /config/cloudInit/password",
                "\"name\": \"Dev VM Ubuntu 22.04\", | '' | /name",
                "\"resourceType\": \"virtual-machine\", | '' | /resourceType",
                "\"resourceType\": \"virtual-machine\" | \"resourceType\":"
                        + " \"application-container\" | /config/type",
            })
    void each_rule_names_the_field(String from, String to, String pointer) {
        var answer = refused(from, to);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .contains(pointer);
    }

    @Test
    void a_misspelt_field_is_named() {
        var answer = refused("\"vcpus\"", "\"vcpu\"");

        assertThat(answer.at("/code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/config/vcpu");
    }

    @Test
    void a_type_that_does_not_exist_is_refused() {
        assertThat(
                        refused("\"type\": \"virtual-machine\"", "\"type\": \"bare-metal\"")
                                .at("/errors/0/pointer"))
                .isEqualTo("/config");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"containerPorts\": [{\"containerPort\": 80}] |"
                        + " /config/containerPorts/0/hostPort",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81},"
                        + " {\"containerPort\": 82, \"hostPort\": 81}] |"
                        + " /config/containerPorts/1/hostPort",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"not an address\"}]"
                        + " | /config/containerPorts/0/hostAddress",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"999.1.1.1\"}]"
                        + " | /config/containerPorts/0/hostAddress",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"127.0.0.1 \"}]"
                        + " | /config/containerPorts/0/hostAddress",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"localhost\"}]"
                        + " | /config/containerPorts/0/hostAddress",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"127.000.000.001\"}]"
                        + " | /config/containerPorts/0/hostAddress",
                ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 81,"
                        + " \"hostAddress\": \"::1\"}, {\"containerPort\": 82,"
                        + " \"hostPort\": 81, \"hostAddress\": \"0:0::0:1\"}]"
                        + " | /config/containerPorts/1/hostPort",
                ", \"volumes\": [{\"hostPath\": \"./data\", \"containerPath\": \"/d\"}]"
                        + " | /config/volumes/0/hostPath",
                ", \"volumes\": [{\"hostPath\": \"/a/../etc\", \"containerPath\": \"/d\"}]"
                        + " | /config/volumes/0/hostPath",
                ", \"volumes\": [{\"hostPath\": \"/a\"}] | /config/volumes/0/containerPath",
                ", \"options\": {\"user\": \"a b\"} | /config/options/user",
                ", \"options\": {\"workingDir\": \"here\"} | /config/options/workingDir",
                ", \"options\": {\"network\": \"container:x\"} | /config/options/network",
                ", \"options\": {\"restartPolicy\": \"unknown\"} | /config/options/restartPolicy",
                ", \"options\": {\"pullPolicy\": \"unknown\"} | /config/options/pullPolicy",
                ", \"options\": {\"labels\": {\"aiwm.io/x\": \"1\"}} | /config/options/labels",
                ", \"options\": {\"healthCheck\": {}} | /config/options/healthCheck/command",
                ", \"options\": {\"healthCheck\": {\"path\": \"/x\"}}"
                        + " | /config/options/healthCheck/port",
                ", \"options\": {\"healthCheck\": {\"path\": \"/'\", \"port\": 80}}"
                        + " | /config/options/healthCheck/path",
                ", \"options\": {\"healthCheck\": {\"command\": [\"x\"], \"retries\": 0}}"
                        + " | /config/options/healthCheck/retries",
                ", \"environment\": {\"A B\": \"c\"} | /config/environment/A B",
                ", \"environment\": {\"A\": \"\\ud800\"} | /config/environment/A",
                ", \"environment\": {\"A\": \"\\u0000\"} | /config/environment/A",
                ", \"environment\": {\"A\": [1]} | /config/environment/A",
                ", \"environment\": {\"A\": {\"secretRef\": \"x\"}} | /config/environment/A",
                ", \"environment\": {\"A\": \"***\"} | /config/environment/A",
                ", \"volumes\": [{\"hostPath\": \"data\", \"containerPath\": \"/./\"}]"
                        + " | /config/volumes/0/containerPath",
                ", \"volumes\": [{\"hostPath\": \"data\", \"containerPath\": \"/d\"},"
                        + " {\"hostPath\": \"more\", \"containerPath\": \"//d/\"}]"
                        + " | /config/volumes/1/containerPath",
                ", \"options\": {\"network\": \"host\"}, \"containerPorts\":"
                        + " [{\"containerPort\": 80, \"hostPort\": 81}] | /config/containerPorts",
                ", \"options\": {\"network\": \"none\"}, \"containerPorts\":"
                        + " [{\"containerPort\": 80, \"hostPort\": 81}] | /config/containerPorts",
                ", \"ramLimit\": 5 | /config/ramLimit",
                ", \"registryAuth\": {\"password\": \"p\"} | /config/registryAuth/username",
                ", \"migProfile\": \"huge\" | /config/migProfile",
            })
    void containers_have_rules_of_their_own(String more, String pointer) {
        var answer = rest.post("/api/resources", Rest.container("c", more)).expect(400);

        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .contains(pointer);
    }

    @Test
    void what_a_container_mounts_says_how_volumes_are_named() {
        var answer =
                rest.post(
                                "/api/resources",
                                Rest.container(
                                        "c",
                                        ", \"volumes\": [{\"hostPath\": \"-x\","
                                                + " \"containerPath\": \"/d\"}]"))
                        .expect(400);

        assertThat(answer.at("/errors/0/message"))
                .contains("absolute path", "name of a volume", "2 to 128 letters");
    }

    @Test
    void what_is_no_object_is_refused() {
        rest.post("/api/resources", "[]").expect(400);
        rest.post("/api/resources", "\"text\"").expect(400);
        rest.post("/api/resources", "{}").expect(400);
        rest.post("/api/resources", "{\"config\": 7}").expect(400);
        rest.post("/api/resources", "{\"name\":\"a\",\"name\":\"b\"}").expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"labels\":{\"a\":{}}} | /labels/a",
                "{\"labels\":{\"a\":[[1]]}} | /labels/a",
                "{\"labels\":{\"a\":[null]}} | /labels/a",
                "{\"labels\":{\"a\":7}} | /labels/a",
                "{\"labels\":{\"a\":\"q\\udc00\"}} | /labels/a",
                "{\"name\":\"a\\ud800b\"} | /name",
                "{\"name\":\"  \"} | /name",
            })
    void a_patch_is_validated(String patch, String pointer) {
        String id = rest.post("/api/resources", Rest.container("p", "")).expect(201).at("/_id");

        var answer = rest.patch("/api/resources/" + id, patch).expect(400);

        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\u0007b", "a\\u2028b", "a\\u0085b", " "})
    void a_snapshot_has_a_name_of_one_line(String name) {
        var answer =
                rest.post(
                                "/api/resources/65a1b2c3d4e5f60718293a4b/snapshots",
                                "{\"name\": \"" + name + "\", \"description\": \"two\\nlines\"}")
                        .expect(400);

        assertThat(answer.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/name");
    }

    @Test
    void labels_are_counted_as_a_patch_leaves_them() {
        String path =
                "/api/resources/"
                        + rest.post("/api/resources", Rest.container("l", ""))
                                .expect(201)
                                .at("/_id");
        assertThat(rest.patch(path, labels("a", 60)).json().path("labels")).hasSize(60);

        assertThat(rest.patch(path, labels("b", 5)).expect(400).at("/errors/0/pointer"))
                .isEqualTo("/labels");
        assertThat(rest.patch(path, labels("b", 4)).json().path("labels")).hasSize(64);
        assertThat(rest.patch(path, "{\"labels\":{\"a1\":null}}").json().path("labels"))
                .hasSize(63);
    }

    private static String labels(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + prefix + number + "\":\"x\"")
                .collect(Collectors.joining(",", "{\"labels\":{", "}}"));
    }
}
