package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.config.ContainerHealthCheck;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Containers that are asked over HTTP, of an image in which there is nothing to ask with. */
@NeedsDocker
class DockerHealthTest {
    private static final int PORT = 8080;

    private final ResourceId resource = ResourceId.random();
    private final String container = Mark.containerName(resource, 1);
    private final String image = "aiwm-test/web-" + resource + ":1";
    private final BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
    @TempDir private Path folder;
    private DockerFixture fixture;
    private DockerCli cli;
    private DockerDriver driver;

    @BeforeEach
    void open() {
        fixture = new DockerFixture(folder);
        cli = fixture.cli();
        cli.importWebServer(image);
        watch();
    }

    @AfterEach
    void close() {
        driver.close();
        fixture.close();
        var unused = cli.tryRun("rmi", "-f", image);
    }

    private void watch() {
        driver = fixture.open();
        var unused = driver.events(told::add);
    }

    private void serve(String network, int port, Map<String, String> labels) {
        var check = new ContainerHealthCheck(List.of(), "/health.txt", port, 1, 5, 2, null);
        driver.create(
                Requests.of(image)
                        .commanding("httpd", "-f", "-p", String.valueOf(port), "-h", "/tmp")
                        .withOptions(
                                new ContainerOptions(
                                        null, null, network, null, null, false, labels, check))
                        .by(resource),
                Progress.NONE);
        assertThat(driver.start(resource, Progress.NONE)).isNotNull();
    }

    private void becomeWell() throws IOException {
        var file = Files.writeString(folder.resolve("health.txt"), "well");
        var unused = cli.run("cp", file.toString(), container + ":/tmp/health.txt");
    }

    private void awaitRemark(String remark) throws InterruptedException {
        while (true) {
            var next = told.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("told: %s", remark).isNotNull();
            if (Objects.equals(next.observation().message(), remark) && next.runtime() != null) {
                return;
            }
        }
    }

    @Test
    void what_answers_badly_is_told_and_what_answers_well_again_too() throws Exception {
        serve(null, PORT, Map.of());
        awaitRemark("the health check fails: /health.txt answers 404");

        becomeWell();
        awaitRemark(null);

        assertThat(driver.inspect(resource).observation().message()).isNull();
        assertThat(cli.inspect(container, "{{.State.Health}}")).isEqualTo("<nil>");
    }

    @Test
    void an_agent_without_memory_goes_on_asking() throws Exception {
        serve(null, PORT, Map.of());
        driver.close();
        told.clear();

        watch();

        awaitRemark("the health check fails: /health.txt answers 404");
        becomeWell();
        awaitRemark(null);
    }

    @Test
    void on_the_network_of_the_node_it_is_asked_there() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        serve("host", port, Map.of());

        awaitRemark("the health check fails: /health.txt answers 404");
    }

    @Test
    void the_label_is_not_the_users_to_choose() {
        serve(null, PORT, Map.of(HealthProbe.LABEL, "{\"path\":\"/\",\"port\":1}"));

        assertThat(cli.inspect(container, "{{index .Config.Labels \"" + HealthProbe.LABEL + "\"}}"))
                .contains("/health.txt");
        assertThat(cli.inspect(container, "{{.Config.Healthcheck.Test}}")).isEqualTo("[NONE]");
    }
}
