package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.config.ContainerHealthCheck;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.RestartPolicy;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How a container is run, seen with the engine's own command line. */
@NeedsDocker
class DockerOptionsTest {
    private static final String IDLE = "trap 'exit 0' TERM; while :; do sleep 0.05; done";

    private final ResourceId resource = ResourceId.random();
    private final String container = Mark.containerName(resource, 1);
    @TempDir private Path data;
    private DockerFixture fixture;
    private DockerCli cli;
    private DockerDriver driver;

    @BeforeEach
    void open() {
        fixture = new DockerFixture(data);
        cli = fixture.cli();
        driver = fixture.open();
    }

    @AfterEach
    void close() {
        driver.close();
        fixture.close();
    }

    private void run(String script, ContainerOptions options) {
        driver.create(
                fixture.requests().running(script).withOptions(options).by(resource),
                Progress.NONE);
        var unused = driver.start(resource, Progress.NONE);
    }

    private static ContainerOptions on(String network) {
        return new ContainerOptions(null, null, network, null, null, false, Map.of(), null);
    }

    @Test
    void user_folder_labels_and_a_root_that_cannot_be_written() {
        run(
                IDLE,
                new ContainerOptions(
                        "1234:5678", "/tmp", null, null, null, true, Map.of("team", "red"), null));

        assertThat(cli.run("exec", container, "sh", "-c", "id -u; id -g; pwd"))
                .isEqualTo("1234\n5678\n/tmp\n");
        assertThat(cli.tryRun("exec", "-u", "0", container, "sh", "-c", "echo x > /file"))
                .contains("Read-only file system");
        assertThat(cli.inspect(container, "{{index .Config.Labels \"team\"}}")).isEqualTo("red");
        assertThat(cli.inspect(container, "{{.HostConfig.NetworkMode}}")).isEqualTo("bridge");
    }

    @Test
    void labels_of_ours_are_not_the_users_to_choose() {
        var wrong = Map.of(Mark.NODE, "another-node");
        run(IDLE, new ContainerOptions(null, null, null, null, null, false, wrong, null));

        assertThat(cli.labelled(Mark.NODE, fixture.nodeId())).containsExactly(container);
    }

    @Test
    void a_container_joins_the_network_that_is_named() {
        String network = "aiwm-test-" + resource;
        var unused = cli.run("network", "create", network);
        try {
            run(IDLE, on(network));
            assertThat(cli.run("network", "inspect", network)).contains(container);
        } finally {
            driver.destroy(resource);
            unused = cli.run("network", "rm", network);
        }
    }

    @Test
    void the_network_of_the_node_itself_can_be_used() {
        run(IDLE, on("host"));

        assertThat(cli.inspect(container, "{{.HostConfig.NetworkMode}}")).isEqualTo("host");
        assertThat(driver.inspect(resource).runtime().endpoint()).isNull();
    }

    @Test
    void an_address_of_ipv6_stands_in_brackets_before_the_port() {
        var port = new PortMapping(80, 22_901, Transport.TCP, "::1");
        driver.create(fixture.requests().running(IDLE).withPort(port).by(resource), Progress.NONE);

        assertThat(driver.start(resource, Progress.NONE).endpoint()).isEqualTo("[::1]:22901");
    }

    @Test
    void a_network_that_is_not_there_is_said_before_anything_is_made() {
        assertThatThrownBy(() -> run(IDLE, on("no-such-network")))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("NETWORK_NOT_FOUND");
                            assertThat(e.getMessage()).contains("no-such-network");
                        });
        assertThat(cli.labelled(Mark.NODE, fixture.nodeId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-user", "1234:no-such-group", "99999999999"})
    void a_user_that_the_image_does_not_have_is_said_at_once(String user) {
        var options = new ContainerOptions(user, null, null, null, null, false, Map.of(), null);

        assertThatThrownBy(() -> run(IDLE, options))
                .hasMessageContaining("'" + user + "'")
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("USER_NOT_FOUND");
                            assertThat(e.isRetryable()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/sh/below"})
    void a_file_of_the_image_in_place_of_the_working_folder_is_said_at_once(String folder) {
        var options = new ContainerOptions(null, folder, null, null, null, false, Map.of(), null);

        assertThatThrownBy(() -> run(IDLE, options))
                .hasMessageContaining("'" + folder + "'")
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("WORKING_DIR_IS_FILE");
                            assertThat(e.isRetryable()).isFalse();
                        });
    }

    @Test
    void the_engine_restarts_what_it_was_asked_to() throws InterruptedException {
        var told = new LinkedBlockingQueue<ManagedResource>();
        var unused = driver.events(told::add);
        run(
                "if [ -f /tmp/again ]; then " + IDLE + "; fi; echo > /tmp/again; sleep 0.5; exit 3",
                new ContainerOptions(
                        null, null, null, RestartPolicy.ON_FAILURE, null, false, Map.of(), null));

        String first = cli.inspect(container, "{{.State.StartedAt}}");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (cli.inspect(container, "{{.RestartCount}}").equals("0")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }

        assertThat(cli.inspect(container, "{{.HostConfig.RestartPolicy.Name}}"))
                .isEqualTo("on-failure");
        assertThat(first).isNotEmpty();
        driver.destroy(resource);
        assertThat(cli.labelled(Mark.NODE, fixture.nodeId())).isEmpty();
    }

    @Test
    void a_health_check_that_fails_is_told() throws InterruptedException {
        var told = new LinkedBlockingQueue<ManagedResource>();
        var unused = driver.events(told::add);
        var health =
                new ContainerHealthCheck(List.of("cat", "/tmp/well"), null, null, 1, 1, 1, null);
        run(
                "echo > /tmp/well; " + IDLE,
                new ContainerOptions(null, null, null, null, null, false, Map.of(), health));
        var made = cli.run("exec", container, "rm", "/tmp/well");
        assertThat(made).isEmpty();

        String message = null;
        while (message == null) {
            var next = told.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("told to be unhealthy").isNotNull();
            message = next.observation().message();
        }
        assertThat(message).contains("health check");
    }

    @Test
    void a_path_is_asked_for_from_within_where_only_the_container_itself_gets() {
        var health = new ContainerHealthCheck(List.of(), "/health?x=1", 8080, 5, 2, 3, 1);
        run(IDLE, new ContainerOptions(null, null, "none", null, null, false, Map.of(), health));

        assertThat(cli.inspect(container, "{{.Config.Healthcheck.Test}}"))
                .contains("wget")
                .contains("'http://127.0.0.1:8080/health?x=1'");
    }
}
