package dev.aiwm.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PlannerTest {
    private static final String WEB =
            """
            name: web
            resourceType: application-container
            nodeId: gpu-1
            labels: {team: ml}
            placementStrategy: spread
            config:
              type: application-container
              imageName: nginx
              cpuCores: 2
              environment: {MODE: a, DB_PASSWORD: secret}
              containerPorts: [{containerPort: 80, hostPort: 8080}]
            """;

    /** As the server shows it: more fields, numbers of its own form, masks. */
    private static ObjectNode web(String status) {
        return (ObjectNode)
                Yaml.read(
                                """
                                _id: "000000000000000000000001"
                                name: web
                                resourceType: application-container
                                nodeId: gpu-1
                                labels: {team: ml, other: x}
                                status: STATUS
                                version: 7
                                config:
                                  type: application-container
                                  imageName: nginx
                                  cpuCores: 2.0
                                  environment: {MODE: a, DB_PASSWORD: '***'}
                                  volumes: []
                                  containerPorts: [{containerPort: 80, hostPort: 8080, protocol: tcp}]
                                """
                                        .replace("STATUS", status))
                        .get(0);
    }

    private static Plan plan(String manifest, JsonNode current) {
        return new Planner(false, false).plan(manifest(manifest), current);
    }

    private static Manifest manifest(String text) {
        return Manifest.read(text, "test").get(0);
    }

    @Test
    void what_is_as_wanted_needs_nothing() {
        var plan = plan(WEB, web("running"));
        assertThat(plan.changes()).isFalse();
        assertThat(plan.differences()).isEmpty();
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .contains("DB_PASSWORD")
                .contains("--secrets");
    }

    @Test
    void what_is_not_there_is_created_and_needs_its_secrets() {
        assertThat(plan(WEB, null).creates()).isTrue();
        var masked = plan(WEB.replace("DB_PASSWORD: secret", "DB_PASSWORD: '***'"), null);
        assertThat(masked.creates()).isFalse();
        assertThat(masked.obstacle()).contains("config.environment.DB_PASSWORD");
    }

    @Test
    void the_patch_has_what_differs_and_nothing_else() {
        var plan =
                plan(
                        WEB.replace("team: ml", "team: infra, other: null")
                                .replace("cpuCores: 2", "cpuCores: 4"),
                        web("running"));
        assertThat(plan.patch())
                .hasToString(
                        "{\"labels\":{\"team\":\"infra\",\"other\":null},\"config\":{\"cpuCores\":4}}");
        assertThat(plan.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "labels.team: ml -> infra",
                        "labels.other: x -> (none)",
                        "config.cpuCores: 2.0 -> 4");
        assertThat(plan.stop()).as("a size changes while it runs").isFalse();
    }

    @Test
    void what_changes_only_at_rest_needs_leave_to_restart() {
        var wanted = WEB.replace("hostPort: 8080", "hostPort: 9090");
        assertThat(plan(wanted, web("running")).obstacle()).contains("--restart");
        var allowed = new Planner(true, false).plan(manifest(wanted), web("running"));
        assertThat(allowed.obstacle()).isNull();
        assertThat(allowed.interrupts()).isTrue();
        var resting = plan(wanted, web("stopped"));
        assertThat(resting.obstacle()).isNull();
        assertThat(resting.stop() || resting.start()).isFalse();
        assertThat(resting.patch().at("/config/containerPorts/0/hostPort").asInt()).isEqualTo(9090);
    }

    @ParameterizedTest
    @CsvSource({
        "running, running, false, false",
        "running, stopped, true,  false",
        "stopped, running, false, true",
        "failed,  running, false, true",
        "stopped, stopped, false, false",
        "deploying, running, false, false"
    })
    void a_wanted_status_is_a_start_or_a_stop(
            String is, String wanted, boolean stop, boolean start) {
        var plan = plan(WEB + "status: " + wanted, web(is));
        assertThat(plan.stop()).isEqualTo(stop);
        assertThat(plan.start()).isEqualTo(start);
        assertThat(plan.differences()).hasSize(stop || start ? 1 : 0);
    }

    @Test
    void to_be_changed_and_then_at_rest_needs_no_restart() {
        var plan = plan(WEB.replace("nginx", "httpd") + "status: stopped", web("running"));
        assertThat(plan.obstacle()).isNull();
        assertThat(plan.stop()).isTrue();
        assertThat(plan.start()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gpu-1, gpu-2, nodeId",
        "resourceType: application, resourceType: inference, resourceType"
    })
    void what_never_changes_is_an_obstacle(String from, String to, String field) {
        assertThat(plan(WEB.replace(from, to), web("running")).obstacle()).startsWith(field);
    }

    @Test
    void secrets_are_sent_when_asked_for_and_shown_never() {
        var plan = new Planner(true, true).plan(manifest(WEB), web("stopped"));
        assertThat(plan.patch().at("/config/environment/DB_PASSWORD").asString())
                .isEqualTo("secret");
        assertThat(plan.differences().toString()).doesNotContain("secret");
        assertThat(Masked.of(manifest(WEB).wanted()).toString()).doesNotContain(":\"secret\"");
    }

    @Test
    void what_the_server_showed_can_be_applied_again() {
        var shown = Yaml.write(web("deploying"));
        assertThat(plan(shown, web("running")).changes()).isFalse();
        assertThat(plan("{\"items\": [" + web("running") + "]}", web("running")).changes())
                .isFalse();
    }

    @Test
    void a_field_that_is_not_known_is_named() {
        assertThatThrownBy(() -> manifest(WEB.replace("labels:", "lables:")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("lables");
        assertThatThrownBy(() -> manifest(WEB + "status: paused")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> manifest("[1]")).isInstanceOf(Trouble.class);
    }
}
