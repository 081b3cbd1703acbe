package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The command line as a user has it: a program that is started anew for each verb. */
class CommandLineTest {
    private static final String FLEET =
            """
            name: shop
            resourceType: application-container
            labels: {team: sales}
            config:
              type: application-container
              registry: docker-hub
              imageName: nginx
              imageTag: "1.27"
              ramLimit: 512
              environment: {DB_PASSWORD: s3cret-value}
            ---
            name: shop-store
            resourceType: virtual-machine
            status: stopped
            config:
              type: virtual-machine
              osImage: debian-12
              vcpus: 1
              ramMB: 1024
              diskGB: 10
              networkConfig: {mode: bridge-vlan, ipMode: dhcp}
            """;

    @TempDir static Path folder;

    static Product product;
    static Api api;
    static CommandLine aiwm;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(folder.resolve("data"));
        api = product.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        aiwm = new CommandLine(folder, product.url());
        aiwm.typing(Product.PASSWORD + "\n", "login", "--password-stdin").expect(0);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    /** {@code --wait} waits for the execution; what it did shows a moment later. */
    private static void awaitStatus(String name, String status) {
        api.awaitField("/api/resources?name=" + name, "/items/0/status", status);
    }

    /** It is configured so, and nothing is under way any more. */
    private static void awaitConfig(String name, String field, String value) {
        var found =
                api.awaitField("/api/resources?name=" + name, "/items/0/config/" + field, value);
        api.awaitThat(
                "/api/resources/" + found.at("/items/0/_id") + "/status",
                status -> assertThat(status.at("/action")).isNull());
    }

    private static void awaitGone(String name) {
        api.awaitField("/api/resources?name=" + name, "/total", "0");
    }

    @Test
    void a_login_is_kept_for_its_owner_alone_and_a_wrong_one_is_refused() throws IOException {
        var config = folder.resolve("config.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(config)).doesNotContain(Product.PASSWORD);
        aiwm.typing("wrong\n", "login", "--password-stdin", "--context", "other").expect(4);
        var nobody = new CommandLine(folder.resolve("nobody"), product.url());
        assertThat(nobody.run("get", "resources").expect(4).err()).contains("aiwm login");
    }

    @Test
    void a_container_is_created_seen_stopped_and_deleted_by_name() {
        aiwm.run(
                        "create",
                        "container",
                        "web",
                        "nginx:1.27",
                        "-p",
                        "8180:80",
                        "-l",
                        "team=ml",
                        "--wait")
                .expect(0);
        awaitStatus("web", "running");
        assertThat(aiwm.run("get", "resources", "--no-headers", "-l", "team=ml").expect(0).out())
                .containsPattern("web +container +running +local-sim .*127.0.0.1:8180 +simulated");
        assertThat(
                        aiwm.run("get", "resource", "web", "-o", "jsonpath={.config.imageTag}")
                                .expect(0)
                                .out())
                .isEqualTo("1.27\n");
        assertThat(aiwm.run("describe", "web").expect(0).out()).contains("running");

        aiwm.run("stop", "web", "--wait").expect(0);
        awaitStatus("web", "stopped");
        assertThat(aiwm.run("stop", "web").expect(0).out()).contains("was so already");
        assertThat(aiwm.run("pause", "web").expect(5).err()).contains("possible now: start");
        assertThat(
                        aiwm.run("get", "resources", "--status", "stopped", "-o", "name")
                                .expect(0)
                                .out())
                .contains("web\n");
        assertThat(aiwm.run("complete", "--", "start", "w").expect(0).out()).contains("web\n");
        aiwm.run("start", "-l", "team=ml", "--wait").expect(0);
        aiwm.run("delete", "web", "--wait").expect(0);
        awaitGone("web");
        assertThat(aiwm.run("get", "resource", "web").expect(3).err())
                .contains("aiwm get resources");
    }

    @Test
    void what_cannot_be_placed_is_a_conflict_that_says_who_is_in_the_way() {
        aiwm.run("create", "container", "first", "nginx", "-p", "8181:80").expect(0);
        var refused = aiwm.run("create", "container", "second", "nginx", "-p", "8181:80").expect(5);
        assertThat(refused.err()).contains("8181").contains("held by first");
    }

    @Test
    void a_watch_shows_each_change_as_it_happens() {
        try (var watch = aiwm.begin("get", "resources", "--watch", "--name", "watched")) {
            Awaitility.await("the titles are there")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> watch.output().contains("STATUS"));
            aiwm.run("create", "container", "watched", "nginx", "--wait").expect(0);
            awaitTold(watch, "running");
            aiwm.run("delete", "watched", "--wait").expect(0);
            awaitTold(watch, "running", "deleted");
        }
    }

    private static void awaitTold(CommandLine.Going watch, String... statuses) {
        Awaitility.await("it is seen")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(watch.output()).containsSubsequence(statuses));
    }

    @Test
    void a_file_is_applied_once_and_then_nothing_is_left_to_do() throws IOException {
        var file = folder.resolve("fleet.yaml");
        Files.writeString(file, FLEET);
        assertThat(aiwm.run("apply", "-f", file.toString(), "--dry-run").expect(0).out())
                .contains("+ shop: to be created")
                .doesNotContain("s3cret");
        aiwm.run("get", "resource", "shop").expect(3);
        assertThat(aiwm.run("apply", "-f", file.toString(), "--wait").expect(0).out())
                .contains("2 created, 0 changed, 0 unchanged");
        awaitStatus("shop", "running");
        awaitStatus("shop-store", "stopped");
        assertThat(aiwm.run("apply", "-f", file.toString()).expect(0).out())
                .contains("0 created, 0 changed, 2 unchanged");

        Files.writeString(file, FLEET.replace("ramLimit: 512", "ramLimit: 1024"));
        assertThat(aiwm.run("apply", "-f", file.toString(), "--wait").expect(0).out())
                .contains("config.ramLimit: 512 -> 1024")
                .contains("0 created, 1 changed, 1 unchanged");
        awaitConfig("shop", "ramLimit", "1024");
        Files.writeString(file, FLEET.replace("\"1.27\"", "\"1.28\"").replace("512", "1024"));
        assertThat(aiwm.run("apply", "-f", file.toString()).expect(5).out()).contains("--restart");
        aiwm.run("apply", "-f", file.toString(), "--restart", "--wait").expect(0);
        awaitConfig("shop", "imageTag", "1.28");
        awaitStatus("shop", "running");
        assertThat(
                        aiwm.run(
                                        "get",
                                        "resource",
                                        "shop",
                                        "-o",
                                        "jsonpath={.status} {.config.imageTag}")
                                .expect(0)
                                .out())
                .isEqualTo("running 1.28\n");
        var shown = aiwm.run("get", "resource", "shop", "-o", "yaml").expect(0).out();
        assertThat(aiwm.typing(shown, "apply", "-f", "-").expect(0).out()).contains("1 unchanged");
    }

    @Test
    void a_program_runs_in_a_container_and_its_lines_and_snapshots_are_read() {
        aiwm.run("create", "container", "tools", "busybox", "--wait").expect(0);
        awaitStatus("tools", "running");
        assertThat(aiwm.run("exec", "tools", "--", "echo", "hello").expect(0).out())
                .isEqualTo("hello\n");
        aiwm.typing("exit 4\n", "exec", "-i", "tools").expect(4);
        assertThat(aiwm.run("logs", "tools").expect(0).out()).contains("running");
        aiwm.run("resize", "tools", "--ram", "64M", "--wait").expect(0);
        Awaitility.await("figures of it are told")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(aiwm.run("top", "--once").expect(0).out())
                                        .contains("tools")
                                        .contains("local-sim"));

        aiwm.run(
                        "create",
                        "vm",
                        "box",
                        "--image",
                        "debian-12",
                        "--cpus",
                        "1",
                        "--ram",
                        "1G",
                        "--disk",
                        "10",
                        "--wait")
                .expect(0);
        awaitStatus("box", "running");
        aiwm.run("snapshot", "create", "box", "clean", "--wait").expect(0);
        var box = api.get("/api/resources?name=box").at("/items/0/_id");
        api.awaitField("/api/resources/" + box + "/snapshots", "/snapshots/0/status", "ready");
        assertThat(aiwm.run("get", "snapshots", "box", "-o", "name").expect(0).out())
                .isEqualTo("clean\n");
        aiwm.run("snapshot", "restore", "box", "clean", "--wait").expect(0);
        aiwm.run("exec", "box", "--", "id").expect(5);
    }

    @Test
    void a_volume_outlives_its_container_and_stays_while_it_is_in_use() {
        aiwm.run("volumes", "create", "local-sim", "orders", "-l", "team=web").expect(0);
        assertThat(aiwm.run("volumes", "create", "local-sim", "orders").expect(0).out())
                .contains("was there already");
        aiwm.run(
                        "create",
                        "container",
                        "db",
                        "redis",
                        "--node",
                        "local-sim",
                        "-v",
                        "orders:/data",
                        "--wait")
                .expect(0);
        assertThat(aiwm.run("volumes", "local-sim").expect(0).out())
                .containsPattern("orders +aiwm-\\w+");
        aiwm.run("volumes", "rm", "local-sim", "orders", "--yes").expect(5);
        aiwm.run("delete", "db", "--yes", "--wait").expect(0);
        aiwm.run("volumes", "rm", "local-sim", "orders", "--yes").expect(0);
        assertThat(aiwm.run("get", "volumes", "--node", "local-sim", "-o", "name").expect(0).out())
                .isEmpty();
        aiwm.run("volumes", "rm", "local-sim", "orders", "--yes").expect(3);
    }

    @Test
    void a_node_is_added_with_the_command_that_its_agent_needs_and_removed() {
        assertThat(aiwm.run("node", "add", "gpu-7", "-l", "zone=a").expect(0).out())
                .contains("NODE_ID=gpu-7 NODE_TOKEN=");
        aiwm.run("node", "cordon", "gpu-7", "--reason", "new disks").expect(0);
        aiwm.eventually(
                nodes -> assertThat(nodes).contains("cordoned (new disks)"),
                "get",
                "nodes",
                "-l",
                "zone=a");
        aiwm.run("node", "remove", "gpu-7").expect(0);
        assertThat(
                        aiwm.run("events", "--id", "gpu-7", "--after", "0", "--limit", "2")
                                .expect(0)
                                .out())
                .contains("NodeEnrolled");
        assertThat(aiwm.run("audit", "history", "node", "gpu-7").expect(0).out())
                .containsSubsequence("NodeRemoved", "NodeCordoned", "NodeEnrolled");
        assertThat(aiwm.run("verify").expect(0).out()).contains("intact");
    }
}
