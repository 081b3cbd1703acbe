package dev.aiwm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.cli.config.Config;
import dev.aiwm.cli.config.Context;
import dev.aiwm.cli.session.Surroundings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What a verb does before it has spoken to a server, or cannot. */
class MainTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void ownConfiguration() {
        environment.put("AIWM_CONFIG", folder.resolve("config.json").toString());
    }

    private int run(String... arguments) {
        var around =
                new Surroundings(
                        environment,
                        new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        false,
                        false,
                        Clock.systemUTC());
        return Main.run(around, arguments);
    }

    @Test
    void a_verb_that_is_none_is_wrong_usage_and_says_which_was_meant() {
        assertThat(run("stpo", "web")).isEqualTo(2);
        assertThat(err.toString()).contains("stpo").contains("did you mean").contains("stop");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"get", "create container", "stop", "get resources --wacth", "get nothing"})
    void wrong_usage_ends_with_2_and_points_to_help(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("aiwm: ").contains("\n  ");
    }

    @Test
    void every_verb_has_help_with_a_description() {
        assertThat(run()).isZero();
        var verbs =
                out.toString()
                        .lines()
                        .dropWhile(line -> !line.equals("Verbs:"))
                        .skip(1)
                        .takeWhile(line -> !line.isBlank())
                        .filter(line -> line.matches("  \\w.*") && !line.startsWith("  help"))
                        .toList();
        assertThat(verbs).hasSizeGreaterThan(10);
        for (var verb : verbs) {
            assertThat(verb.strip()).as("verb and description").contains("  ");
            out.getBuffer().setLength(0);
            var name = verb.strip().split("[ ,]")[0];
            assertThat(run(name, "--help")).as(name).isZero();
            assertThat(out.toString()).startsWith("Usage: aiwm " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node cordon", "snapshot create", "audit history", "context set"})
    void a_part_of_a_verb_has_help_too(String words) {
        assertThat(run((words + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: aiwm " + words);
    }

    @Test
    void a_server_that_is_not_there_is_said_with_its_address() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(run("get", "nodes", "--server", "http://127.0.0.1:" + port)).isEqualTo(7);
        assertThat(err.toString()).contains("127.0.0.1:" + port).contains("--server");
    }

    @Test
    void an_address_that_is_none_is_wrong_usage() {
        assertThat(run("get", "nodes", "--server", "http://")).isEqualTo(2);
        assertThat(run("get", "nodes", "--server", "ftp://x")).isEqualTo(2);
        assertThat(run("get", "nodes", "--context", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no context 'nowhere'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\ncd", "ab cd", "ab\u0000cd", "ab\u007fcd", "ab\u00f6cd"})
    void a_token_that_is_none_is_wrong_usage_and_not_told(String token) {
        environment.put("AIWM_SERVER", "http://nobody.invalid");
        environment.put("AIWM_TOKEN", token);
        assertThat(run("get", "nodes")).isEqualTo(2);
        assertThat(err.toString()).contains("AIWM_TOKEN").doesNotContain("ab", "cd");

        err.getBuffer().setLength(0);
        environment.remove("AIWM_TOKEN");
        keep(token);
        assertThat(run("resize", "web", "--cpus", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("'prod'").doesNotContain("ab", "cd");
    }

    @Test
    void what_stands_around_a_token_is_not_of_it() {
        environment.put("AIWM_SERVER", "http://nobody.invalid");
        environment.put("AIWM_TOKEN", " t1\r\n");
        assertThat(run("token")).isZero();
        environment.put("AIWM_TOKEN", "\n");
        keep("\tt2\n");
        assertThat(run("token")).isZero();
        assertThat(out.toString().lines()).containsExactly("t1", "t2");
    }

    private void keep(String token) {
        var config = Config.read(environment);
        config.put(new Context("prod", "http://nobody.invalid", "me", token));
        config.use("prod");
        config.write();
    }

    @Test
    void contexts_are_made_chosen_and_forgotten() {
        assertThat(run("context", "set", "prod", "https://a.example/")).isZero();
        assertThat(run("context", "set", "test", "b.example:3003")).isZero();
        assertThat(run("context", "use", "test")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("context", "list")).isZero();
        assertThat(out.toString().lines().map(l -> l.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "USE NAME SERVER USER LOGGED IN",
                        "prod https://a.example - no",
                        "* test http://b.example:3003 - no");
        assertThat(run("context", "use", "nowhere")).isEqualTo(3);
        assertThat(run("context", "remove", "test")).isZero();
    }

    @Test
    void a_dry_run_of_a_creation_speaks_to_nobody() {
        environment.put("AIWM_SERVER", "http://nobody.invalid");
        assertThat(
                        run(
                                "create",
                                "container",
                                "job",
                                "busybox",
                                "--dry-run",
                                "-l",
                                "a=b",
                                "--",
                                "sleep",
                                "5"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo(
                        """
                        name: job
                        resourceType: application-container
                        labels:
                          a: b
                        config:
                          type: application-container
                          registry: docker-hub
                          imageName: busybox
                          command:
                            - sleep
                            - '5'
                        """);
    }

    @Test
    void verbs_and_options_are_completed_without_a_server() {
        assertThat(run("complete", "--", "st")).isZero();
        assertThat(out.toString().lines()).containsExactly("start", "stop");
        out.getBuffer().setLength(0);
        run("complete", "--", "create", "");
        assertThat(out.toString().lines()).contains("vm", "container", "inference");
        out.getBuffer().setLength(0);
        run("complete", "--", "get", "resources", "-o", "js");
        assertThat(out.toString().lines()).containsExactly("json", "jsonpath=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void each_shell_gets_its_script(String shell) {
        assertThat(run("completion", shell)).isZero();
        assertThat(out.toString()).contains("aiwm").contains("complete --");
    }
}
