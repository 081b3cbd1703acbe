package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a container is made of, seen with the engine's own command line. */
@NeedsDocker
class DockerContainersTest {
    private static final String SERVE = "echo $GREETING > /tmp/index.html; httpd -f -p 80 -h /tmp";
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

    private Requests requests() {
        return fixture.requests();
    }

    private void create(Requests wanted) {
        driver.create(wanted.by(resource), Progress.NONE);
    }

    private void start() {
        var unused = driver.start(resource, Progress.NONE);
    }

    private static PortMapping port(int inside, int outside) {
        return new PortMapping(inside, outside, null, "127.0.0.1");
    }

    private static void assertRefused(ThrowingCallable verb, String code, String... words) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            for (var word : words) {
                                assertThat(e.getMessage()).contains(word);
                            }
                            assertThat(e.isRetryable()).isFalse();
                        });
    }

    @Test
    void a_port_answers_http_where_the_runtime_says() throws Exception {
        int port = LocalRegistry.freePort();
        create(
                requests()
                        .running(SERVE)
                        .withPort(port(80, port))
                        .withEnvironment(Map.of("GREETING", EnvironmentValue.plain("hello"))));

        var runtime = driver.start(resource, Progress.NONE);

        assertThat(runtime.endpoint()).isEqualTo("127.0.0.1:" + port);
        assertThat(get(runtime.endpoint())).isEqualTo("hello\n");
        assertThat(cli.run("port", container)).contains("80/tcp -> 127.0.0.1:" + port);
    }

    private static String get(String endpoint) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://" + endpoint))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void a_port_that_a_strangers_container_has_names_it() {
        int port = LocalRegistry.freePort();
        String stranger = "stranger-" + resource;
        var unused =
                cli.run(
                        "run",
                        "-d",
                        "--name",
                        stranger,
                        "-p",
                        "127.0.0.1:" + port + ":80",
                        cli.image(),
                        "sleep",
                        "1000");
        try {
            create(requests().running(IDLE).withPort(port(80, port)));
            assertRefused(this::start, "PORT_TAKEN", String.valueOf(port), stranger);
            assertThat(cli.inspect(stranger, "{{.State.Running}}")).isEqualTo("true");
        } finally {
            unused = cli.run("rm", "-f", stranger);
        }
        start();
        assertThat(cli.inspect(container, "{{.State.Running}}")).isEqualTo("true");
    }

    @Test
    void a_port_that_a_program_has_is_said_to_be_taken() throws IOException {
        try (var holder = new ServerSocket(0)) {
            int port = holder.getLocalPort();
            create(requests().running(IDLE).withPort(new PortMapping(80, port, null, null)));
            assertRefused(this::start, "PORT_TAKEN", String.valueOf(port), "a program");
        }
    }

    @Test
    void an_address_that_the_node_does_not_have_is_named() {
        create(requests().running(IDLE).withPort(new PortMapping(80, 22_902, null, "192.0.2.77")));
        assertRefused(this::start, "ADDRESS_NOT_FOUND", "192.0.2.77", "no address");
    }

    @Test
    void limits_and_safety_are_those_that_were_promised() {
        create(
                requests()
                        .running(IDLE)
                        .withClaims(
                                new Claims(
                                        0.5, 64, 0, List.of(), List.of(), List.of(), List.of())));
        start();

        String limits = "{{.NanoCpus}} {{.Memory}} {{.MemorySwap}} {{.PidsLimit}} {{.Privileged}}";
        assertThat(cli.inspect(container, "{{with .HostConfig}}" + limits + "{{end}}"))
                .isEqualTo("500000000 67108864 67108864 4096 false");
        assertThat(cli.inspect(container, "{{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}"))
                .isEqualTo("[ALL] [no-new-privileges]");
        var runtime = driver.inspect(resource).runtime();
        assertThat(runtime.allocatedCPU()).isEqualTo(0.5);
        assertThat(runtime.allocatedRAM()).isEqualTo(64);
    }

    @Test
    void a_program_that_needs_more_memory_than_its_limit_has_failed_of_that() {
        String hungry = "x=0123456789; while :; do x=$x$x; done";
        var little = new Claims(0, 16, 0, List.of(), List.of(), List.of(), List.of());
        create(requests().running(hungry).withClaims(little));
        try {
            start();
        } catch (DriverException e) {
            assertThat(e.code()).isEqualTo(DockerDriver.CONTAINER_EXITED);
        }
        assertThat(cli.run("wait", container).strip()).isEqualTo("137");

        assertThat(driver.inspect(resource).observation().message()).contains("more memory");
    }

    @Test
    void gpus_and_slices_are_asked_for_by_their_ids_and_missing_support_is_said() {
        var gpus =
                new Claims(
                        0,
                        0,
                        0,
                        List.of("GPU-11111111-2222-3333-4444-555555555555"),
                        List.of(new MigSlice("GPU-0", "MIG-66666666-7777", "1g.10gb")),
                        List.of(),
                        List.of());
        create(requests().running(IDLE).withClaims(gpus));

        assertThat(
                        cli.inspect(
                                container,
                                "{{range .HostConfig.DeviceRequests}}{{.DeviceIDs}}{{end}}"))
                .isEqualTo("[GPU-11111111-2222-3333-4444-555555555555 MIG-66666666-7777]");
        if (!cli.run("info", "--format", "{{.Runtimes}}").contains("nvidia")) {
            assertRefused(this::start, "NO_GPU_RUNTIME", "NVIDIA");
        }
    }

    @Test
    void a_named_volume_keeps_its_content_over_generations_and_removal() {
        String volume = "aiwm-test-" + resource;
        var mount = new VolumeMount(volume, "/keep", false);
        try {
            create(requests().running("echo kept > /keep/file; " + IDLE).withVolume(mount));
            start();
            driver.create(
                    requests().running(IDLE).withVolume(mount).by(resource, 2), Progress.NONE);
            start();
            String second = Mark.containerName(resource, 2);
            assertThat(cli.run("exec", second, "cat", "/keep/file")).isEqualTo("kept\n");
            driver.destroy(resource);
            create(requests().running(IDLE).withVolume(mount));
            start();
            assertThat(cli.run("exec", container, "cat", "/keep/file")).isEqualTo("kept\n");
            assertThat(cli.run("volume", "inspect", volume)).contains(fixture.nodeId());
        } finally {
            driver.destroy(resource);
            var unused = cli.tryRun("volume", "rm", volume);
        }
    }

    @Test
    void a_volume_of_a_stranger_is_not_used() {
        String volume = "stranger-" + resource;
        var unused = cli.run("volume", "create", volume);
        try {
            var wanted = requests().running(IDLE).withVolume(new VolumeMount(volume, "/x", false));
            assertRefused(() -> create(wanted), "VOLUME_TAKEN", volume);
            assertThat(cli.labelled(Mark.NODE, fixture.nodeId())).isEmpty();
        } finally {
            unused = cli.run("volume", "rm", volume);
        }
    }

    @Test
    void a_folder_below_the_root_is_made_and_seen_inside() throws IOException {
        var folder = data.resolve("a/b");
        create(
                requests()
                        .running("echo from-within > /inside/file; " + IDLE)
                        .withVolume(new VolumeMount(folder.toString(), "/inside", false)));
        start();
        var unused = cli.run("exec", container, "cat", "/inside/file");
        assertThat(Files.readString(folder.resolve("file"))).isEqualTo("from-within\n");
    }

    @Test
    void no_folder_outside_the_root_is_given_by_name_or_by_link() throws IOException {
        var link = Files.createSymbolicLink(data.resolve("link"), Path.of("/etc"));
        Files.createSymbolicLink(data.resolve("nowhere"), Path.of("/no/such/folder"));
        for (var path :
                List.of(
                        "/etc",
                        data.resolve("..").toString(),
                        data.resolve("link").toString(),
                        data.resolve("link/ssl").toString(),
                        data.resolve("nowhere/x").toString(),
                        data.resolve("a/../../x").toString(),
                        DockerSettings.DEFAULT_SOCKET.toString())) {
            var wanted = requests().running(IDLE).withVolume(new VolumeMount(path, "/x", true));
            assertRefused(() -> create(wanted), "PATH_NOT_ALLOWED");
        }
        Files.delete(link);
        assertThat(cli.labelled(Mark.NODE, fixture.nodeId())).isEmpty();
    }

    @Test
    void what_cannot_be_made_or_run_is_said() {
        assertRefused(
                () -> create(Requests.of("aiwm-test/never-made:1")),
                "IMAGE_NOT_FOUND",
                "never-made:1");
        create(requests().commanding("no-such-program"));
        assertRefused(this::start, "PROGRAM_NOT_FOUND");
        driver.destroy(resource);
        create(requests().commanding("sh", "-c", "exit 3"));
        try {
            start();
        } catch (DriverException e) {
            assertThat(e.code()).isEqualTo(DockerDriver.CONTAINER_EXITED);
        }
        assertThat(cli.run("wait", container).strip()).isEqualTo("3");
    }

    @Test
    void a_container_that_an_unseen_attempt_made_is_taken_up() {
        create(requests().running(IDLE));
        String id = cli.inspect(container, "{{.Id}}");

        create(requests().running(IDLE));

        assertThat(cli.inspect(container, "{{.Id}}")).isEqualTo(id);
    }

    @Test
    void a_strangers_container_with_our_name_is_left_alone() {
        var unused = cli.run("create", "--name", container, cli.image(), "sleep", "1");
        try {
            assertRefused(() -> create(requests().running(IDLE)), "NAME_TAKEN", container);
            assertThat(driver.recover()).isEmpty();
            driver.destroy(resource);
            assertThat(cli.inspect(container, "{{.State.Status}}")).isEqualTo("created");
        } finally {
            unused = cli.run("rm", "-f", container);
        }
    }
}
