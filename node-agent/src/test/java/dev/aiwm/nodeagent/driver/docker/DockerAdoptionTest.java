package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.RestartPolicy;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Containers that somebody made by hand become ours, and go on running. */
@NeedsDocker
class DockerAdoptionTest {
    private static final String ENDS = "trap 'exit 0' TERM; while :; do sleep 0.05; done";

    private final ResourceId resource = ResourceId.random();
    private final String name = "somebodys-" + UUID.randomUUID().toString().substring(0, 8);
    @TempDir private Path data;
    private DockerFixture fixture;
    private DockerDriver driver;
    private String id;

    @BeforeEach
    void start() {
        fixture = new DockerFixture(data);
        driver = fixture.open();
    }

    @AfterEach
    void remove() {
        driver.close();
        if (id != null) {
            var unused = fixture.cli().tryRun("rm", "-f", "-v", id);
        }
        fixture.close();
    }

    private void somebodyRuns(String... options) {
        var words = new ArrayList<>(List.of("run", "-d", "--name", name));
        words.addAll(List.of(options));
        words.addAll(List.of(fixture.cli().image(), "sh", "-c", ENDS));
        id = fixture.cli().run(words.toArray(String[]::new)).strip();
    }

    private static void refused(ThrowingCallable call, String code, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    @Test
    void what_it_is_made_of_is_read_from_the_engine_without_what_its_image_says() throws Exception {
        var folder = Files.createDirectory(data.resolve("shared")).toRealPath();
        somebodyRuns(
                "-e", "GREETING=hello",
                "-p", "127.0.0.1::8080",
                "-v", folder + ":/shared:ro",
                "--cpus", "0.5",
                "--memory", "64m",
                "--user", "7:8",
                "--restart", "unless-stopped",
                "--label", "team=blue");

        var found = driver.describe(name);

        assertThat(found.containerId()).isEqualTo(id);
        assertThat(found.containerName()).isEqualTo(name);
        var config = found.config();
        assertThat(config.imageName() + ":" + config.imageTag()).isEqualTo(fixture.cli().image());
        assertThat(config.environment())
                .containsExactly(Map.entry("GREETING", EnvironmentValue.plain("hello")));
        assertThat(config.containerPorts())
                .singleElement()
                .satisfies(
                        port -> {
                            assertThat(port.containerPort()).isEqualTo(8080);
                            assertThat(port.hostAddress()).isEqualTo("127.0.0.1");
                            assertThat(fixture.cli().run("port", name))
                                    .contains("127.0.0.1:" + port.hostPort());
                        });
        assertThat(config.volumes())
                .containsExactly(new VolumeMount(folder.toString(), "/shared", true));
        assertThat(config.cpuCores()).isEqualTo(0.5);
        assertThat(config.ramLimit()).isEqualTo(64);
        assertThat(config.command()).containsExactly("sh", "-c", ENDS);
        var options = config.effectiveOptions();
        assertThat(options.user()).isEqualTo("7:8");
        assertThat(options.network()).isNull();
        assertThat(options.restartPolicy()).isEqualTo(RestartPolicy.UNLESS_STOPPED);
        assertThat(options.labels()).containsExactly(Map.entry("team", "blue"));
    }

    @Test
    void an_adopted_container_goes_on_and_is_ours_also_to_an_agent_that_forgot_it() {
        somebodyRuns();
        String began = fixture.cli().inspect(id, "{{.State.StartedAt}}");

        var runtime = driver.adopt(resource, id);
        assertThat(driver.adopt(resource, id)).isEqualTo(runtime);

        assertThat(runtime.id()).isEqualTo(id);
        assertThat(fixture.cli().inspect(id, "{{.State.StartedAt}}")).isEqualTo(began);
        assertThat(fixture.cli().inspect(id, "{{.Name}}"))
                .isEqualTo("/" + Mark.adoptedName(fixture.nodeId(), resource));
        try (var another = fixture.open()) {
            assertThat(another.recover())
                    .singleElement()
                    .satisfies(
                            seen -> {
                                assertThat(seen.resourceId()).isEqualTo(resource);
                                assertThat(seen.generation()).isEqualTo(1);
                                assertThat(seen.observation().message()).isNull();
                                assertThat(seen.observation().state())
                                        .isEqualTo(ObservedState.RUNNING);
                            });
            assertThat(another.stats().objects())
                    .filteredOn(info -> info.id().equals(id))
                    .singleElement()
                    .extracting(ContainerInfo::managed, ContainerInfo::resourceId)
                    .containsExactly(true, resource.value());
        }
    }

    @Test
    void it_is_stopped_started_replaced_and_removed_as_any_other() {
        somebodyRuns();
        var unused = driver.adopt(resource, name);

        assertThat(driver.stop(resource, StopRequest.byForce()).exitCode()).isEqualTo(137);
        assertThat(driver.start(resource, Progress.NONE).id()).isEqualTo(id);
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        assertThat(driver.inspect(resource).runtime().id()).isEqualTo(id);

        driver.create(fixture.steady(resource, 2), Progress.NONE);
        assertThat(fixture.cli().tryRun("inspect", id)).contains("No such");
        assertThat(fixture.cli().labelled(Mark.NODE, fixture.nodeId()))
                .containsExactly(Mark.containerName(resource, 2));
        driver.destroy(resource);
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void what_is_done_to_it_by_hand_is_told() throws Exception {
        somebodyRuns();
        var unused = driver.adopt(resource, id);
        BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
        var subscription = driver.events(told::add);

        var stopped = fixture.cli().run("stop", id);
        assertThat(stopped).isNotBlank();
        var seen = told.poll(2, TimeUnit.SECONDS);
        assertThat(seen).isNotNull();
        assertThat(seen.observation().state()).isEqualTo(ObservedState.STOPPED);
        var renamed = fixture.cli().run("rename", id, name);
        assertThat(renamed).isBlank();
        seen = told.poll(2, TimeUnit.SECONDS);
        assertThat(seen).isNotNull();
        assertThat(seen.observation().state()).isEqualTo(ObservedState.ABSENT);
        subscription.close();
    }

    @Test
    void given_up_it_is_nobodys_under_its_former_name() {
        somebodyRuns();
        var unused = driver.adopt(resource, id);

        driver.release(resource, name);
        driver.release(resource, name);

        assertThat(fixture.cli().inspect(id, "{{.Name}} {{.State.Status}}"))
                .isEqualTo("/" + name + " running");
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void what_is_ours_already_or_is_not_there_or_does_not_run_is_not_adopted() {
        refused(
                () -> driver.adopt(resource, "nobody-" + UUID.randomUUID()),
                Adopting.CONTAINER_NOT_FOUND,
                "there is no container");
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        refused(
                () -> driver.describe(Mark.containerName(resource, 1)),
                Adopting.ALREADY_MANAGED,
                resource.value());
        somebodyRuns();
        var adopted = driver.adopt(ResourceId.random(), id);
        assertThat(adopted).isNotNull();
        refused(() -> driver.adopt(resource, id), Adopting.ALREADY_MANAGED, "already");
        var stopped = fixture.cli().run("rename", id, name);
        stopped += fixture.cli().run("kill", id);
        assertThat(stopped).isNotBlank();
        refused(() -> driver.describe(id), "NOT_RUNNING", name);
    }

    @Test
    void what_may_do_more_than_ours_may_is_not_adopted() {
        somebodyRuns("--cap-add", "MKNOD", "--pid", "host", "-v", "/etc:/host", "--rm");

        refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "capabilities beyond");
        refused(() -> driver.adopt(resource, id), Adopting.NOT_ADOPTABLE, "processes of the node");
        refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "it sees /etc");
        refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "--rm");
        assertThat(fixture.cli().inspect(id, "{{.Name}}")).isEqualTo("/" + name);
    }

    @Test
    void what_is_shown_more_of_the_node_than_ours_is_not_adopted() {
        somebodyRuns(
                "--security-opt", "systempaths=unconfined", "--device-cgroup-rule", "c 1:3 rwm");

        refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "it is not confined");
        refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "it may make devices");
    }

    @Test
    void what_shares_with_another_container_is_not_adopted() {
        String other = name + "-other";
        var words = List.of("run", "-d", "--name", other, "--ipc", "shareable");
        var command = new ArrayList<>(words);
        command.addAll(List.of(fixture.cli().image(), "sleep", "1000"));
        var unused = fixture.cli().run(command.toArray(String[]::new));
        try {
            somebodyRuns("--pid", "container:" + other, "--ipc", "container:" + other);

            refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "the processes of another");
            refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, "memory with another");
        } finally {
            unused = fixture.cli().tryRun("rm", "-f", id, other);
        }
    }

    @Test
    void a_volume_that_is_a_folder_of_the_node_is_looked_at_as_one() throws Exception {
        var folder = Files.createDirectory(data.resolve("shared")).toRealPath();
        try {
            volume("-etc", "type=none", "o=bind", "device=/etc");
            volume("-false", "type=tmpfs", "o=rbind", "device=/etc");
            volume("-shared", "type=none", "o=bind", "device=" + folder);
            volume("-memory", "type=tmpfs", "device=tmpfs");
            somebodyRuns("-v", name + "-etc:/a", "-v", name + "-shared:/b");
            refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, name + "-etc' is /etc");
            var unused = fixture.cli().run("rm", "-f", id);

            somebodyRuns("-v", name + "-false:/a");
            refused(() -> driver.describe(id), Adopting.NOT_ADOPTABLE, name + "-false' is /etc");
            unused = fixture.cli().run("rm", "-f", id);

            somebodyRuns("-v", name + "-shared:/a", "-v", name + "-memory:/b");
            assertThat(driver.describe(id).containerId()).isEqualTo(id);
        } finally {
            var unused = fixture.cli().tryRun("rm", "-f", id);
            for (var end : List.of("-etc", "-false", "-shared", "-memory")) {
                unused = fixture.cli().tryRun("volume", "rm", name + end);
            }
        }
    }

    private void volume(String end, String... options) {
        var words = new ArrayList<>(List.of("volume", "create"));
        for (var option : options) {
            words.addAll(List.of("-o", option));
        }
        words.add(name + end);
        assertThat(fixture.cli().run(words.toArray(String[]::new))).isNotBlank();
    }
}
