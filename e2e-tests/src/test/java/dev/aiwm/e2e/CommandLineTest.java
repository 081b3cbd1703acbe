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

/** The command line as a user has it: a program that is started anew for each verb. */
class CommandLineTest {
    @TempDir static Path folder;

    static Product product;
    static CommandLine aiwm;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(folder.resolve("data"));
        product.api().awaitField("/api/nodes/local-sim", "/status", "online");
        aiwm = new CommandLine(folder, product.url());
        aiwm.typing(Product.PASSWORD + "\n", "login", "--password-stdin").expect(0);
    }

    @AfterAll
    static void stop() {
        product.close();
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
        assertThat(aiwm.run("get", "resources", "--no-headers", "-l", "team=ml").expect(0).out())
                .containsPattern("web +container +running +local-sim .*127.0.0.1:8180 +simulated");
        assertThat(
                        aiwm.run("get", "resource", "web", "-o", "jsonpath={.config.imageTag}")
                                .expect(0)
                                .out())
                .isEqualTo("1.27\n");
        assertThat(aiwm.run("describe", "web").expect(0).out()).contains("running");

        aiwm.run("stop", "web", "--wait").expect(0);
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
            Awaitility.await("the titles are there").until(() -> watch.output().contains("STATUS"));
            aiwm.run("create", "container", "watched", "nginx", "--wait").expect(0);
            aiwm.run("delete", "watched", "--wait").expect(0);
            Awaitility.await("its end is seen")
                    .untilAsserted(
                            () ->
                                    assertThat(watch.output())
                                            .containsSubsequence("queued", "running", "deleted"));
        }
    }
}
